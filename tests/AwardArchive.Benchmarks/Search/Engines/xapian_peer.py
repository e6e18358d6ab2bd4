"""Xapian behind lines of JSON: `build DATABASE` takes {"text"} a line until the input ends, `search DATABASE` answers {"text"} with {"total", "top"}."""
import json
import sys

import xapian


def build(path):
    database = xapian.WritableDatabase(path, xapian.DB_CREATE_OR_OVERWRITE)
    generator = xapian.TermGenerator()
    for line in sys.stdin:
        document = xapian.Document()
        generator.set_document(document)
        generator.index_text(json.loads(line)["text"])
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
        print(json.dumps({"total": found.get_matches_estimated(), "top": [match.docid - 1 for match in found]}), flush=True)


if sys.argv[1] == "version":
    print(xapian.version_string())
else:
    {"build": build, "search": search}[sys.argv[1]](sys.argv[2])
