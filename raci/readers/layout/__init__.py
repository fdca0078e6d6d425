"""Layout: glyphs and ruled lines placed on pages (pdf, ofd, pictures), to lines, paragraphs and tables."""
