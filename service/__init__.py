"""What commands ask of a library, whether this process owns it or a running server does."""
