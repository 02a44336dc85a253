#!/usr/bin/env python3
"""layout as a shell sees it: places filled in, geometry, bare graphs, and what it refuses.

usage: test-layout.py LOADPATH
"""
import json
import unittest

from shell import SAMPLE, CommandTest


class LayoutTest(CommandTest):
    def setUp(self):
        super().setUp()
        document = json.loads(SAMPLE.read_text())
        for component in document["components"]:
            component.pop("at", None)
            component.pop("size", None)
        self.bare = self.write("bare.loadpath", document)

    def layout(self, *arguments):
        return self.expect(["layout", *arguments], 0, err="").stdout

    def refuse(self, status, words, *arguments):
        self.assertIn(words, self.expect(["layout", *arguments], status, "").stderr)

    def test_every_component_gets_a_place(self):
        placed = json.loads(self.layout(self.bare))
        for component in placed["components"]:
            self.assertEqual([value % 1 for value in component["at"]], [0, 0], component["id"])
        sizes = {component["id"]: component.get("size") for component in placed["components"]}
        self.assertEqual(sizes["zone-a"], sizes["zone-c"])
        self.assertIsNone(sizes["orders"])

    def test_what_has_places_keeps_them(self):
        self.assertEqual(self.layout(SAMPLE), SAMPLE.read_text())
        out = self.folder / "placed.loadpath"
        self.assertEqual(self.layout(self.bare, "-o", out), "")
        self.assertEqual(self.layout(out), out.read_text())

    def test_geometry_of_a_bare_graph(self):
        graph = self.write("graph.json", {
            "nodes": [{"id": "box", "parent": None, "w": 0, "h": 0}, {"id": "a", "parent": "box", "w": 64, "h": 64},
                      {"id": "b", "parent": "box", "w": 96, "h": 64}],
            "edges": [{"id": "ab", "source": "a", "target": "b"}]})
        geometry = json.loads(self.layout(graph, "--format", "geometry"))
        a, b = geometry["nodes"]["a"], geometry["nodes"]["b"]
        self.assertEqual((a["w"], a["h"], b["w"], b["h"], a["y"]), (64, 64, 96, 64, b["y"]))
        self.assertEqual(geometry["edges"]["ab"], [[a["x"] + 64, a["y"] + 32], [b["x"], a["y"] + 32]])

    def test_usage(self):
        self.refuse(2, "name one file")
        self.refuse(2, "name one file", SAMPLE, SAMPLE)
        self.refuse(2, "--format dot", SAMPLE, "--format", "dot")

    def test_input(self):
        self.refuse(3, "error:", "/no/such/file")
        node = {"id": "a", "parent": None, "w": 1, "h": 1}
        self.refuse(3, "“b”", self.write("1.json", {"nodes": [dict(node, parent="b")], "edges": []}))
        self.refuse(3, "taken", self.write("2.json", {"nodes": [node, node], "edges": []}))
        self.refuse(3, "stands in itself", self.write("3.json", {"nodes": [dict(node, parent="a")], "edges": []}))
        self.refuse(3, "“c”", self.write("4.json", {"nodes": [node], "edges": [
            {"id": "e", "source": "a", "target": "c"}]}))


if __name__ == "__main__":
    unittest.main()
