"""Understand a question, find the figures and passages that answer it, say it with citations."""
