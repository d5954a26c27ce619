//! Codes of this area.

super::codes! {}
