//! Municipalities as tenants. People, roles and sign-in will live here.
