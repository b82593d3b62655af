"""What tests do in interviews, and read of them."""

from __future__ import annotations

from fakes.talk import ME, WORDS

SAID, CARD = WORDS.interview, WORDS.card


def shown(reply):
    return reply.text or "\n".join(line.text for line in reply.lines)


def labels(reply, *, control=False):
    return [one.label for one in reply.buttons if one.control == control]


def data_of(reply, label):
    return next(one.data for one in reply.buttons if one.label.startswith(label))


def press(talk, reply, label, who=ME):
    return talk.interviews.pressing.press(who, data_of(reply, label))


def begun(talk, who=ME):
    return talk.examining.check(who, "第2届")


def to_the_end(talk, who=ME):
    """A student of sixteen and more from Chongqing."""
    begun(talk, who)
    return talk.hear(who, "我17岁，住重庆，在重庆读高职"), talk.hear(who, "都没有")
