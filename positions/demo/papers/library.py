"""The demo papers, in the order in which they were begun."""

from positions.demo.papers.cohesion import COHESION
from positions.demo.papers.housing import HOUSING
from positions.demo.papers.nodes import NODES
from positions.demo.papers.steps import Paper
from positions.demo.papers.wastewater import WASTEWATER

PAPERS: tuple[Paper, ...] = (COHESION, WASTEWATER, NODES, HOUSING)
