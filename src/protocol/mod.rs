//! Contracts as plain values: the wire JSON.
