#!/usr/bin/env python3
# Copyright 2026 The Sayso Authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""networkx-layout.py TIES: how long NetworkX's layouts take on the graph of a benchmark, a tie a line, and how short
they make ties, as the benchmark counts it."""

import math
import sys
import time

import networkx

with open(sys.argv[1], encoding='ascii') as file:
    ties = [tuple(map(int, line.split())) for line in file]
graph = networkx.Graph(ties)
nodes = sorted(graph)


def measure(name, layout):
    wall, cpu = time.monotonic(), time.process_time()
    at = layout()
    wall, cpu = time.monotonic() - wall, time.process_time() - cpu
    tied = sum(math.dist(at[a], at[b]) for a, b in ties)
    apart = sum(math.dist(at[nodes[i % len(nodes)]], at[nodes[(i * 7919 + i // len(nodes)) % len(nodes)]])
                for i in range(len(ties)))
    print(f'{"NetworkX, " + name:28} {1000 * wall:6.0f} ms by the clock, {1000 * cpu:6.0f} ms of the processor')
    print(f'{"  ties are long":28} {tied / apart:6.3f} of the distance of any two')


measure('springs', lambda: networkx.spring_layout(graph, seed=7))
if hasattr(networkx, 'forceatlas2_layout'):
    measure('ForceAtlas2', lambda: networkx.forceatlas2_layout(graph, seed=7))
