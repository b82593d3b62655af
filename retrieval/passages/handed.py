"""Where what is asked for is handed out, if the notice prints it nowhere: 网址发至联络员邮箱."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge import lazy_re
from retrieval.passages.goals import Aims
from retrieval.passages.units import Unit

_HANDED = lazy_re.compile(
    r"(网址|链接|账号|密码|群号|二维码|邀请码|地址|号码)[^，,。；;：:]{0,6}"
    r"(发至|发送至|发到|发给|推送|告知|通知到|公布|见于|由|可从|在)[^，,。；;]{2,}"
)


def handed_out(units: Iterable[Unit], wanted: Aims) -> Unit | None:
    """The first sentence that says how one gets a value asked for, which stands nowhere itself."""
    goals = [g for g in wanted.values if g.hard]
    return next(
        (u for u in units if any(g.spoken(u) for g in goals) and _HANDED.search(u.plain)), None
    )
