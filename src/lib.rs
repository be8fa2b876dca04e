//! supple: a guided-routine player for the terminal.
