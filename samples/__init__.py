"""Sample records and questions about them: an invented district, invented people and figures.

Made by hand, but for the report in Word, which `scripts/make_samples.py` makes.
"""

from pathlib import Path

RECORDS = Path(__file__).with_name("records")
QUESTIONS = Path(__file__).with_name("questions.jsonl")
