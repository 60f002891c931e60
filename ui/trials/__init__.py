"""What drives the whole product from outside: the demo and the self-test. Nothing else imports it."""
