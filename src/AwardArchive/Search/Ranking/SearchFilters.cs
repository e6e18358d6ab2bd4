using AwardArchive.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace AwardArchive.Search;

/// <summary>Conditions inside the query: what they keep out is in no hit, count or facet, and they do not touch the score.</summary>
internal static class SearchFilters
{
    public static Query Apply(SearchRequest request, Query query)
    {
        var filtered = new BooleanQuery(disableCoord: true) { { query, Occur.MUST } };
        AddValue(IndexFields.Kind, request.Kind);
        AddValue(IndexFields.Issuer, request.Issuer);
        AddValue(IndexFields.Award, request.Award);
        AddValue(IndexFields.Place, request.Place);
        if (request.YearFrom is not null || request.YearTo is not null)
            Add(NumericRangeQuery.NewInt32Range(IndexFields.Year, request.YearFrom, request.YearTo, minInclusive: true, maxInclusive: true));
        if (request.DossierId is { } dossier) Add(new TermQuery(new Term(IndexFields.Dossier, dossier.ToString("N"))));
        return filtered.Clauses.Count == 1 ? query : filtered;

        void AddValue(string field, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value)) Add(new TermQuery(new Term(field, IndexFields.FacetKey(value))));
        }

        void Add(Query filter) => filtered.Add(new ConstantScoreQuery(filter) { Boost = 0 }, Occur.MUST);
    }
}
