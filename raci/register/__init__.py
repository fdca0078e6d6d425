"""The register of bodies: how its tables become values, and how names are matched against them."""
