"""The eligibility interview: asks only what can still change the verdict, and knows why.

A pure core: notice, rules, what is known and a moment in; the next step or the end out. Each rule
becomes a decision tree over the questions (`trees`), grown by trying the rule itself; a question
is asked only if there is a way to answer the others under which two of its answers lead to
different verdicts (`deciding`).
"""
