"""The pages of every earlier day: blocks of Markdown as HTML, in the shells of today's built pages."""
