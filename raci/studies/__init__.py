"""What a paper cites: networks of many documents, samples for a person to judge, how right the data are."""
