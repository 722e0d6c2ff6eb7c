package vn.caunoi.ops.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.category.CategoryTree;
import vn.caunoi.core.directory.UnitId;

class CategoriesPlanTest {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 1);

    @Test
    void those_above_come_first_and_what_is_as_it_is_changes_nothing() {
        CategoriesPlan plan = plan("""
                river-bank,river,Bờ sông,River banks,,P>B A,,
                river,environment,Sông hồ,Rivers and lakes,,,2027-02-01,
                waste,environment,Rác thải,Waste,,,,
                traffic,,Giao thông,Roads,other,,,
                school,,Trường học,School,other,,,2027-05-31
                """);
        assertThat(plan.problems())
                .extracting(DirectoryFile.Problem::why)
                .containsExactly("parent is not known on that day");
        CategoriesPlan mended = plan("""
                river-bank,river,Bờ sông,River banks,,P>B A,2027-02-01,
                river,environment,Sông hồ,Rivers and lakes,,,2027-02-01,
                waste,environment,Rác thải,Waste,,,,
                traffic,,Giao thông,Roads,other,,,
                school,,Trường học,School,other,,,2027-05-31
                """);
        assertThat(mended.problems()).isEmpty();
        assertThat(mended.same()).isEqualTo(2);
        assertThat(mended.words())
                .containsExactly(
                        "+ category river \"Sông hồ\" from 2027-02-01",
                        "+ category river-bank \"Bờ sông\" from 2027-02-01",
                        "~ category traffic \"Giao thông\": name Giao thông / Traffic → Giao thông / Roads from 2027-01-01",
                        "- category school from 2027-06-01");
        CategoryTree then =
                mended.changes().stream().reduce(CategoryTree.shipped(), CategoryTree::after, (one, other) -> other);
        assertThat(CategoriesPlan.of(
                                CategoriesFile.read(
                                        new StringReader(HEADER + "school,,Trường học,School,other,,,2027-05-31\n"),
                                        DAY),
                                then,
                                Set.of())
                        .changes())
                .isEmpty();
    }

    private static final String HEADER = "id,parent,vi,en,field,units,from,until\n";

    @Test
    void wrong_lines_are_told_with_why() {
        CategoriesPlan plan = plan("""
                a,,Một,,land,,,
                b,,Hai,Two,moon,,,
                c,land,Ba,Three,,X,,
                c,land,Bốn,Four,,,,
                d,land,Năm,Five,,,tomorrow,
                land,,Đất đai,Land,land,,,2027-01-31
                """);
        assertThat(plan.problems())
                .extracting(one -> one.id() + ": " + one.why())
                .containsExactlyInAnyOrder(
                        "a: en must be given",
                        "b: field is not one of the options",
                        "c: there is no unit X",
                        "c: stands there twice",
                        "d: from is no day like 2027-01-31",
                        "land: category has others below it that are not retired");
    }

    private static CategoriesPlan plan(String lines) {
        return CategoriesPlan.of(
                CategoriesFile.read(new StringReader(HEADER + lines), DAY),
                CategoryTree.shipped(),
                Set.of(new UnitId("P"), new UnitId("A"), new UnitId("B")));
    }
}
