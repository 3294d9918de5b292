"""What machines read: linked data in each page, and the cards that links are shown with."""
