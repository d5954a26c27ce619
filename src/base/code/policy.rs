//! Policies (BEL-P).

super::codes! {}
