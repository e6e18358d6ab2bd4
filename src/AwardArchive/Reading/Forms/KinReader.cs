using AwardArchive.Archive;

namespace AwardArchive.Reading.Forms;

/// <summary>Goes through the fields of a form from top to bottom: a name begins a person, what follows describes that person.</summary>
internal static class KinReader
{
    private const string Source = "form-field/1";

    /// <summary>What stands below the colon instead of behind it.</summary>
    private const double BelowColon = 0.85;

    private const double MisreadLabel = 0.97;

    /// <param name="relation">Of persons above the first heading.</param>
    public static IReadOnlyList<KinEntry> Read(FilledForm form, KinRelation relation)
    {
        var kin = new List<KinEntry>();
        var (current, isMartyr, closed) = ((KinEntry?)null, false, false);
        foreach (var field in form.Fields)
        {
            switch (field.Label.Field)
            {
                case FormField.Closing:
                    closed = true;
                    break;
                case FormField.Section when !closed || field.IsNumbered:
                    (relation, isMartyr, closed) = (field.Label.Relation ?? relation, field.Label.IsMartyr, false);
                    Finish();
                    break;
                case FormField.Person when !closed:
                    Finish();
                    if (ValueOf(form, field, FormValues.Name) is { } name)
                        current = new(field.Label.Relation ?? relation, name, name.Page, name.Box) { IsMartyr = field.Label.IsMartyr || (isMartyr && field.Label.Relation is null) };
                    break;
                default:
                    if (!closed && current is not null) current = With(current, form, field);
                    break;
            }
        }
        Finish();
        return kin;

        void Finish()
        {
            if (current is not null) kin.Add(current);
            current = null;
        }
    }

    /// <summary>Of a paper about one person: what stands above the name is of that person too.</summary>
    /// <param name="isAboveHome">The name stands alone above the home place: there it is known though its label was misread.</param>
    public static KinEntry? ReadOne(FilledForm form, bool isAboveHome = false)
    {
        KinEntry? person = null;
        foreach (var field in form.Fields.Where(field => field.Label.Field is FormField.Person))
        {
            if (ValueOf(form, field, FormValues.Name) is not { } name) continue;
            person = new(KinRelation.Self, name, name.Page, name.Box) { IsMartyr = field.Label.IsMartyr };
            break;
        }
        if (person is null && isAboveHome && form.Fields.FirstOrDefault(field => field.Label.Field is FormField.HomePlace) is { } home
            && FormValues.Name(form.AboveOf(home), MisreadLabel * BelowColon, Source) is { } above)
            person = new(KinRelation.Self, above, above.Page, above.Box);
        return person is null ? null : form.Fields.Aggregate(person, (known, field) => With(known, form, field));
    }

    /// <summary>The first value counts: what a form asks twice is somebody else's.</summary>
    private static KinEntry With(KinEntry person, FilledForm form, FoundField field)
    {
        var (changed, fact) = field.Label.Field switch
        {
            FormField.BirthYear when person.BirthYear is null && ValueOf(form, field, FormValues.BirthYear) is { } born =>
                (person with { BirthYear = born, HomePlace = person.HomePlace ?? ValueOf(form, field, FormValues.PlaceBehindYear) }, born),
            FormField.DeathDate when person.DeathDate is null && ValueOf(form, field, FormValues.DeathDate) is { } died => (person with { DeathDate = died }, died),
            FormField.HomePlace when person.HomePlace is null && ValueOf(form, field, FormValues.Place) is { } home => (person with { HomePlace = home }, home),
            FormField.CertificateNo when person.CertificateNo is null && ValueOf(form, field, FormValues.CertificateNo) is { } number =>
                (person with { CertificateNo = number }, number),
            FormField.DecisionNo when person.DecisionNo is null && ValueOf(form, field, FormValues.DecisionNo) is { } decision =>
                (person with { DecisionNo = decision }, decision),
            FormField.InvalidPercent when person.InvalidPercent is null && ValueOf(form, field, FormValues.Percent) is { } percent =>
                (person with { InvalidPercent = percent }, percent),
            _ => (person, (Fact?)null),
        };
        return fact is not null && fact.Page == person.Page ? changed with { Box = person.Box.Union(fact.Box) } : changed;
    }

    private static Fact? ValueOf(FilledForm form, FoundField field, Func<IReadOnlyList<FormWord>, double, string, Fact?> read)
    {
        var certainty = field.Errors > 0 ? MisreadLabel : 1;
        var value = form.ValueOf(field);
        if (value.Count > 0) return read(value, certainty, Source);
        var below = form.BelowOf(field);
        return below.Count > 0 ? read(below, form.Text.Words[field.End - 1].EndsLabel ? certainty * BelowColon : certainty, Source) : null;
    }
}
