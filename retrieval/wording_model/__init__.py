"""The optional language model: it words answers and unplaced questions anew, and proves nothing.

Off unless `LLM` is set. Whatever it says is held against what saiwen would have said without it.
"""
