//! Numbers and outcomes as words: formats, verdict, findings. Pure, and tested natively.
