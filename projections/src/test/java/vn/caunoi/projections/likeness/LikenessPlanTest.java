package vn.caunoi.projections.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.testing.TestDatabase;
import vn.caunoi.projections.Plans;

/** Hints come while somebody types, however many cases there are. */
class LikenessPlanTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @BeforeAll
    static void manyCases() {
        DATABASE.jdbc().sql("""
                        insert into views.case_file (id, code, code_key, kind, stage, status, unit, assignee, channel,
                            received, next_due, escalated, version, subject)
                        select 'p' || n, 'c' || n, 'C' || n, 'COMPLAINT', 'RECEIPT', 'OPEN', 'U' || n % 50, 'o' || n % 200,
                            'DESK', now() - n * interval '1 minute', now() + n * interval '1 minute', false, 1, 's'
                          from generate_series(1, 40000) n""").update();
        DATABASE.jdbc().sql("""
                        insert into views.likeness select 'p' || n, 'I' || md5(n::text) || ' T' || md5((n % 5000)::text), 1
                          from generate_series(1, 40000) n""").update();
        DATABASE.jdbc().sql("""
                        update views.case_file set status = 'CLOSED', closed = received, category = 'land'
                         where id like '%7'""").update();
        DATABASE.jdbc().sql("vacuum analyze views.case_file, views.likeness").update();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void petitions_with_a_key_in_common_are_found_by_it() {
        Map<String, Object> asked = Map.of(
                "keys",
                "Iabc Tdef",
                "but",
                "",
                "all",
                false,
                "units",
                new String[] {"U1"},
                "reader",
                "o1",
                "rows",
                200);
        assertThat(Plans.of(DATABASE.jdbc(), Likenesses.SQL, asked))
                .contains("likeness_keys")
                .doesNotContain("Seq Scan on case_file")
                .doesNotContain("Seq Scan on likeness");
    }

    @Test
    void closed_cases_of_a_category_are_found_by_it_and_those_of_like_words_by_them() {
        Map<String, Object> asked = new HashMap<>(Map.of(
                "keys",
                "Tdef Tghi",
                "but",
                "",
                "kind",
                "COMPLAINT",
                "units",
                new String[] {"U7", "U17"},
                "reader",
                "o1"));
        asked.put("rows", 60);
        asked.put("categories", new String[] {"land"});
        assertThat(Plans.of(DATABASE.jdbc(), Precedents.BY_CATEGORY, asked))
                .contains("case_file_closed_about")
                .doesNotContain("Seq Scan on case_file")
                .doesNotContain("Seq Scan on likeness");
        assertThat(Plans.of(DATABASE.jdbc(), Precedents.BY_TEXT, asked))
                .contains("likeness_keys")
                .doesNotContain("Seq Scan on case_file");
    }
}
