"""Tables: the warehouse's star schema and the application's own records."""
