using AwardArchive.Archive;
using AwardArchive.Viewing.Corrections;
using static AwardArchive.Tests.Viewing.Readings;

namespace AwardArchive.Tests.Archive;

public sealed class StatedReadingTests
{
    [Fact]
    public void Every_fact_of_a_document_and_of_a_row_can_be_stated()
    {
        var facts = typeof(DocumentFacts).GetProperties().Where(property => property.PropertyType == typeof(Fact) || property.PropertyType == typeof(IReadOnlyList<Fact>));
        Assert.Equal(NamesOf(facts), FactField.All.Select(field => field.Name).Order());
        Assert.All(FactField.All, field => Assert.NotEmpty(FactRule.OfDocument(field.Name).Label));
        OfRows<AwardEntry>();
        OfRows<KinEntry>();

        static void OfRows<T>()
            where T : class, IRow<T>
        {
            var row = typeof(T).GetProperties().Where(property => property.Name is not ("Page" or "Box" or "IsListed"));
            Assert.Equal(NamesOf(row).Append(RowField.Place).Order(), T.Fields.Select(field => field.Name).Order());
            Assert.All(T.Fields, field => Assert.NotEmpty(FactRule.OfRow<T>(field.Name).Label));
        }

        static IEnumerable<string> NamesOf(IEnumerable<System.Reflection.PropertyInfo> properties) =>
            properties.Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]).Order();
    }

    [Fact]
    public void Each_field_of_a_document_takes_what_is_stated_of_it_and_no_other()
    {
        foreach (var field in FactField.All)
        {
            var stated = field.With(DocumentFacts.None, [Fact("x")]);
            Assert.Equal([field.Name], FactField.All.Where(other => other.Get(stated).Count > 0).Select(other => other.Name));
            Assert.Empty(field.Get(field.With(stated, [])));
        }
    }

    [Fact]
    public void Each_field_of_a_person_of_a_form_takes_what_is_stated_of_it_and_no_other()
    {
        var before = KinOf(KinRelation.Child, "Trần Văn Mẫn", 200);
        foreach (var field in KinField.All.Where(field => field.IsFact))
        {
            var stated = field.With(before, Fact("x"));
            Assert.Equal([field.Name], KinField.All.Where(other => !other.Same(before, stated)).Select(other => other.Name));
        }
    }

    [Fact]
    public void What_nobody_stated_is_what_the_machine_reads()
    {
        var reading = Of(Decision("352"), Row("Nguyễn Thị X", 200), Row("Trần Văn Y", 240));
        var stated = StatedReading.Of([]);
        Assert.Equal(reading.Facts, stated.Over(reading.Facts));
        Assert.Equal(reading.Entries, stated.Entries.Over([], reading.Entries).Select(row => row.Value));
    }

    [Fact]
    public void A_row_belongs_where_it_stands_and_one_without_a_place_at_the_end_of_its_page()
    {
        AwardEntry[] rows = [Row("A", 100), Row("B", 200), Row("C", 100, page: 2)];
        Assert.Equal([0, 1, 2, 2, 3], new[] { Row("x", 50), Row("x", 150), Row("x", 200), Nowhere(1), Nowhere(2) }.Select(row => StatedRows<AwardEntry>.PlaceOf(row, rows)));
        Assert.Equal(0, StatedRows<AwardEntry>.PlaceOf(Nowhere(1), []));

        static AwardEntry Nowhere(int page) => Row("x", 0, page: page) with { Box = default };
    }

    [Fact]
    public void A_row_that_a_person_added_and_the_machine_finds_later_is_one_row()
    {
        var (id, document) = (Guid.NewGuid(), Guid.NewGuid());
        var said = Statement.About(id, CorrectionAction.Add, Row("Lê Thị Z", 300)).Signed(document, 1, new("Lan", null), default);
        var kept = Mention<AwardEntry>.Of<Entry>(document, id, 1, said.RowOf<AwardEntry>());
        var row = Assert.Single(StatedReading.Of([said]).Entries.Over([kept], [Row("Lê Thi Z", 304, "1941")]));
        Assert.Same(kept, row.Same);
        Assert.Equal(("Lê Thị Z", "1941"), (row.Value.Name.Value, row.Value.BirthYear!.Value));
    }
}
