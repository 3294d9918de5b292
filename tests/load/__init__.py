"""Tests of the load stage, on an invented place called Olm."""
