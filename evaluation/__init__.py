"""Measure the assistant on questions with known answers, and hold what was reached."""
