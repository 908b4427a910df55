"""One small reader for each kind of file, all behind `corpus.readers.base.Reader`."""
