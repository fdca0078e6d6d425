"""The files in which offices hand out plans: Word, Excel, web pages, print, mails, as their programs write them."""
