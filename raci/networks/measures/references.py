"""The papers that measures, weights, communities and backbones are from, as methods.md lists them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["REFERENCES"]

REFERENCES: Mapping[str, str] = MappingProxyType(
    {
        "Bonacich 1972": "Bonacich, P. (1972). Factoring and weighting approaches to status scores and clique "
        "identification. Journal of Mathematical Sociology 2(1), 113–120. doi:10.1080/0022250X.1972.9989806",
        "Blondel et al. 2008": "Blondel, V. D., Guillaume, J.-L., Lambiotte, R. & Lefebvre, E. (2008). Fast unfolding "
        "of communities in large networks. Journal of Statistical Mechanics P10008. "
        "doi:10.1088/1742-5468/2008/10/P10008",
        "Borgatti & Everett 1997": "Borgatti, S. P. & Everett, M. G. (1997). Network analysis of 2-mode data. Social "
        "Networks 19(3), 243–269. doi:10.1016/S0378-8733(96)00301-2",
        "Brandes 2001": "Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of Mathematical "
        "Sociology 25(2), 163–177. doi:10.1080/0022250X.2001.9990249",
        "Brandes & Pich 2007": "Brandes, U. & Pich, C. (2007). Centrality estimation in large networks. International "
        "Journal of Bifurcation and Chaos 17(7), 2303–2318. doi:10.1142/S0218127407018403",
        "Burt 1992": "Burt, R. S. (1992). Structural Holes: The Social Structure of Competition. Harvard University "
        "Press",
        "Burt 2004": "Burt, R. S. (2004). Structural holes and good ideas. American Journal of Sociology 110(2), "
        "349–399. doi:10.1086/421787",
        "Freeman 1978": "Freeman, L. C. (1978). Centrality in social networks: conceptual clarification. Social "
        "Networks 1(3), 215–239. doi:10.1016/0378-8733(78)90021-7",
        "Gould & Fernandez 1989": "Gould, R. V. & Fernandez, R. M. (1989). Structures of mediation: A formal approach "
        "to brokerage in transaction networks. Sociological Methodology 19, 89–126. doi:10.2307/270949",
        "Hagberg et al. 2008": "Hagberg, A. A., Schult, D. A. & Swart, P. J. (2008). Exploring network structure, "
        "dynamics, and function using NetworkX. Proceedings of the 7th Python in Science Conference, 11–15",
        "Latapy et al. 2008": "Latapy, M., Magnien, C. & Del Vecchio, N. (2008). Basic notions for the analysis of "
        "large two-mode networks. Social Networks 30(1), 31–48. doi:10.1016/j.socnet.2007.04.006",
        "Neal 2014": "Neal, Z. P. (2014). The backbone of bipartite projections: Inferring relationships from "
        "co-authorship, co-sponsorship, co-attendance and other co-behaviors. Social Networks 39, 84–97. "
        "doi:10.1016/j.socnet.2014.06.001",
        "Neal et al. 2021": "Neal, Z. P., Domagalski, R. & Sagan, B. (2021). Comparing alternatives to the fixed "
        "degree sequence model for extracting the backbone of bipartite projections. Scientific Reports 11, 23929. "
        "doi:10.1038/s41598-021-03238-3",
        "Newman 2001": "Newman, M. E. J. (2001). Scientific collaboration networks. II. Shortest paths, weighted "
        "networks, and centrality. Physical Review E 64, 016132. doi:10.1103/PhysRevE.64.016132",
        "Newman & Girvan 2004": "Newman, M. E. J. & Girvan, M. (2004). Finding and evaluating community structure in "
        "networks. Physical Review E 69, 026113. doi:10.1103/PhysRevE.69.026113",
        "Onnela et al. 2005": "Onnela, J.-P., Saramäki, J., Kertész, J. & Kaski, K. (2005). Intensity and coherence of "
        "motifs in weighted complex networks. Physical Review E 71, 065103. doi:10.1103/PhysRevE.71.065103",
        "Opsahl et al. 2010": "Opsahl, T., Agneessens, F. & Skvoretz, J. (2010). Node centrality in weighted networks: "
        "Generalizing degree and shortest paths. Social Networks 32(3), 245–251. doi:10.1016/j.socnet.2010.03.006",
        "Robins & Alexander 2004": "Robins, G. & Alexander, M. (2004). Small worlds among interlocking directors: "
        "Network structure and distance in bipartite graphs. Computational & Mathematical Organization Theory 10(1), "
        "69–94. doi:10.1023/B:CMOT.0000032580.12184.c0",
        "Saracco et al. 2015": "Saracco, F., Di Clemente, R., Gabrielli, A. & Squartini, T. (2015). Randomizing "
        "bipartite networks: the case of the World Trade Web. Scientific Reports 5, 10595. doi:10.1038/srep10595",
        "Seidman 1983": "Seidman, S. B. (1983). Network structure and minimum degree. Social Networks 5(3), 269–287. "
        "doi:10.1016/0378-8733(83)90028-X",
        "Serrano et al. 2009": "Serrano, M. Á., Boguñá, M. & Vespignani, A. (2009). Extracting the multiscale backbone "
        "of complex weighted networks. PNAS 106(16), 6483–6488. doi:10.1073/pnas.0808904106",
        "Wasserman & Faust 1994": "Wasserman, S. & Faust, K. (1994). Social Network Analysis: Methods and "
        "Applications. Cambridge University Press",
        "Watts & Strogatz 1998": "Watts, D. J. & Strogatz, S. H. (1998). Collective dynamics of ‘small-world’ "
        "networks. Nature 393, 440–442. doi:10.1038/30918",
    }
)
