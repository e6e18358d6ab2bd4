using System.Text;
using AwardArchive.Verification;
using AwardArchive.Verification.HeroicMother;

namespace AwardArchive.Tests.Verification;

/// <summary>Lists of mothers: a table in, a table out.</summary>
public sealed class MotherListTests
{
    private const string Headings = "mother,asOf,listComplete,betrayal,prison,enemySideRelative,children[0].relation,children[0].relationProved,children[0].martyrCertificate,"
        + "children[1].relation,children[1].relationProved,children[1].invalidPercent,children[1].invalidCertificate,self.martyrCertificate,husbands[0].martyrCertificate,husbands[0].remarriedAfter";

    [Fact]
    public async Task Each_mother_has_her_verdict_in_the_order_of_the_list()
    {
        var table = await JudgeAsync(Headings + """

            Mẹ A,2015-02-10,true,false,false,false,birth,true,seen,,,,,,,
            Mẹ B,10/02/2015,có,không,không,không,birth,có,seen,birth,có,"81,5",seen,,,
            =cmd|x,2015-02-10,,false,false,false,birth,true,seen,,,,,,,
            Mẹ D,2015-02-30,true,false,false,false,birth,true,seen,birth,true,140,seen,,,
            Mẹ E,1990-01-01,true,false,false,false,,,,,,,,,,
            Mẹ F,2015-02-10,true,false,false,false,,,,birth,true,,,,,

            Mẹ G,2015-02-10,true,false,false,false,birth,true,seen,birth,true,,,,seen,false
            """);
        Assert.Equal("\uFEFFrow,mother,result,cases,law,missing,questions,explanation,problem", table[0]);
        Assert.Equal(7, table.Count - 1);
        Assert.StartsWith("1,Mẹ A,eligible,c,", table[1], StringComparison.Ordinal);
        Assert.StartsWith("2,Mẹ B,notEnoughEvidence,,", table[2], StringComparison.Ordinal); // how the second child fared after 2014 is not said
        Assert.StartsWith("3,'=cmd|x,notEnoughEvidence,,", table[3], StringComparison.Ordinal);
        Assert.Contains(",listComplete,", table[3], StringComparison.Ordinal);
        Assert.Contains("asOf: ", table[4], StringComparison.Ordinal);
        Assert.Contains("children[1].invalidPercent: phải từ 0 đến 100, không phải 140.", table[4], StringComparison.Ordinal);
        Assert.Contains("asOf: ", table[5], StringComparison.Ordinal);
        Assert.Contains("children[0]: để trống", table[6], StringComparison.Ordinal);
        Assert.StartsWith("7,Mẹ G,eligible,d,", table[7], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "trống")]
    [InlineData("asOf,children[0].relation\n", "không có dòng nào")]
    [InlineData("asOf,children[0].age\n2015-02-10,3\n", "children[0].age")]
    [InlineData("asOf,children\n2015-02-10,3\n", "children")]
    [InlineData("asOf,self\n2015-02-10,3\n", "self")]
    [InlineData("asOf,asOf\n2015-02-10,2015-02-10\n", "hai cột")]
    public void What_is_no_list_is_told(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<BadCaseException>(() => Read(Encoding.UTF8.GetBytes(text))).Message, StringComparison.Ordinal);

    [Fact]
    public void Other_encodings_and_too_long_lists_are_told()
    {
        Assert.Contains("UTF-8", Assert.Throws<BadCaseException>(() => Read([0x61, 0xE9, 0x0A])).Message, StringComparison.Ordinal);
        var many = "asOf\n" + string.Concat(Enumerable.Repeat("2015-02-10\n", MotherList.MaxRows + 1));
        Assert.Contains("10000", Assert.Throws<BadCaseException>(() => Read(Encoding.UTF8.GetBytes(many))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_stand_in_any_order_and_semicolons_divide_as_well()
    {
        var row = Assert.Single(Read(Encoding.UTF8.GetBytes("children[1].relation;children[0].relation;asOf\nstep;birth;2015-02-10\n")));
        Assert.Equal([Relation.Birth, Relation.Step], row.Case!.Children.Select(child => child.Relation!.Value));
    }

    private static IReadOnlyList<MotherRow> Read(byte[] table)
    {
        using var input = new MemoryStream(table);
        return MotherList.Read(input);
    }

    /// <summary>The table by records; line ends within an explanation are blanks.</summary>
    private static async Task<IReadOnlyList<string>> JudgeAsync(string table)
    {
        using var output = new MemoryStream();
        await MotherTable.WriteAsync(output, Read(Encoding.UTF8.GetBytes(table)).Select(JudgedMother.Of), TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(output.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }
}
