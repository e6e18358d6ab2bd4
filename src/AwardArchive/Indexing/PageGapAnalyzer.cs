using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;

namespace AwardArchive.Indexing;

/// <summary>Sets pages apart. Their terms come from <see cref="TermStream"/>, which Lucene is given ready made.</summary>
internal sealed class PageGapAnalyzer : Analyzer
{
    public override int GetPositionIncrementGap(string fieldName) => IndexFields.PageGap;

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) => new(new KeywordTokenizer(reader));
}
