//! Glue to web-sys and gloo.
