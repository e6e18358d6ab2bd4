"""Xapian behind lines of JSON: `build DATABASE` takes {"text", "title"} a line until the input ends, `search DATABASE` answers {"text"} with {"total", "top", "titles"}."""
import json
import sys

import xapian


def build(path):
    database = xapian.WritableDatabase(path, xapian.DB_CREATE_OR_OVERWRITE)
    generator = xapian.TermGenerator()
    for line in sys.stdin:
        document = xapian.Document()
        generator.set_document(document)
        paper = json.loads(line)
        generator.index_text(paper["text"])
        document.set_data(paper["title"])
        database.add_document(document)
    database.commit()
    database.close()
    print(json.dumps({"done": True}), flush=True)


def search(path):
    database = xapian.Database(path)
    parser = xapian.QueryParser()
    parser.set_database(database)
    parser.set_default_op(xapian.Query.OP_OR)
    enquire = xapian.Enquire(database)
    enquire.set_weighting_scheme(xapian.BM25Weight())
    for line in sys.stdin:
        enquire.set_query(parser.parse_query(json.loads(line)["text"], xapian.QueryParser.FLAG_PHRASE))
        found = enquire.get_mset(0, 10, database.get_doccount())
        hits = [(match.docid - 1, match.document.get_data().decode()) for match in found]
        print(json.dumps({"total": found.get_matches_estimated(), "top": [docid for docid, _ in hits], "titles": [title for _, title in hits]}), flush=True)


if sys.argv[1] == "version":
    print(xapian.version_string())
else:
    {"build": build, "search": search}[sys.argv[1]](sys.argv[2])
