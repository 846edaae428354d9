"""What stops a job, in words for the person who started it."""


class Refusal(Exception):
    """French: what is wrong and what to do."""
