"""Official answers: what coordinators said when asked, a source of its own beside the notices.

Each holds for the scope it was given for and as long as the words it explains stand in a notice
that is in use. It is shown beside what the notice says, never instead of it.
"""
