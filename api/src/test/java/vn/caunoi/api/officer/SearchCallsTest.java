package vn.caunoi.api.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.Caller;
import vn.caunoi.api.testing.RunningApi;

/** Finding cases over HTTP, taking what was found along, and keeping what was asked. */
class SearchCallsTest extends RunningApi {

    /** Part of every name here, so that other tests' cases are not found. */
    private final String mark =
            "zq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "z").substring(0, 8);

    private final String phone =
            "09" + String.valueOf(Math.abs(mark.hashCode()) + 100_000_000L).substring(0, 8);

    @Test
    void a_case_is_found_by_those_who_may_see_it_by_name_phone_text_and_code() {
        JsonNode receipt = handIn("false", "COMPLAINT");
        String id = receipt.path("id").asString();
        String code = receipt.path("code").asString();
        for (String asked : List.of(
                "q=nguyen+" + mark,
                "q=" + phone.substring(0, 4) + "+" + phone.substring(4),
                "q=%2B84" + phone.substring(1),
                "q=muong+" + mark,
                "q=" + code.toLowerCase(java.util.Locale.ROOT).replace("-", ""),
                "name=" + mark,
                "name=" + mark + "&category=environment&place=Th%C3%B4n+Zq&channel=DESK&kind=COMPLAINT&unit=A")) {
            assertThat(found("clerk1", asked)).as(asked).containsExactly(id);
            assertThat(found("inspector1", asked)).as(asked).containsExactly(id);
            assertThat(found("officer3", asked)).as(asked).isEmpty();
            assertThat(found("designer1", asked)).as(asked).isEmpty();
        }
        assertThat(found("clerk1", "q=" + mark + "&to=2001-01-01")).isEmpty();
        as("clerk1").get("/api/petitions?q=" + "a".repeat(201)).expect(422);
    }

    @Test
    void who_asked_to_stay_confidential_is_not_found_by_who_may_not_know() {
        String id = handIn("true", "COMPLAINT").path("id").asString();
        for (String asked : List.of("q=" + mark, "q=" + phone, "name=" + mark)) {
            assertThat(found("officer1", asked)).as(asked).containsExactly(id);
            assertThat(found("inspector1", asked)).as(asked).isEmpty();
        }
    }

    @Test
    void who_denounced_is_found_by_nobody() {
        JsonNode receipt = handIn("false", "DENUNCIATION");
        for (String account : List.of("clerk1", "officer1", "head1", "inspector1"))
            for (String asked : List.of("q=" + mark, "q=" + phone, "name=" + mark))
                assertThat(found(account, asked)).as(account + " " + asked).isEmpty();
        assertThat(found("head1", "q=" + receipt.path("code").asString()))
                .containsExactly(receipt.path("id").asString());
    }

    @Test
    void what_is_found_is_taken_along_as_it_is_shown_and_that_is_written_down() {
        String id = handIn("false", "COMPLAINT").path("id").asString();
        Caller.Answer file =
                as("officer1").get("/api/petitions/export?q=" + mark).expect(200);
        assertThat(file.header("Content-Type")).startsWith("text/csv");
        String[] lines = file.text().split("\r\n");
        assertThat(lines).hasSize(2);
        assertThat(lines[0]).startsWith("\uFEFFid,code,kind");
        assertThat(lines[1]).contains(id, "COMPLAINT", "'=HYPERLINK").doesNotContain(mark, phone);
        assertThat(as("officer3").get("/api/petitions/export?q=" + mark).text().split("\r\n"))
                .hasSize(1);
        as("officer1").get("/api/petitions/export?kind=nothing").expect(422);
        nobody().get("/api/petitions/export").expect(401);
        assertThat(as("inspector1")
                        .get("/api/petitions/" + id + "/readings")
                        .expect(200)
                        .text())
                .contains("\"export\"");
    }

    @Test
    void a_filter_is_kept_begun_with_replaced_and_deleted_by_who_kept_it() {
        Caller me = as("officer1");
        JsonNode kept = me.post(
                        "/api/filters",
                        "{'name': '" + mark + "', 'query': '?q=Nguy%E1%BB%85n+" + mark
                                + "&sort=DUE&cursor=x&nonsense=1', 'first': true}")
                .expect(201)
                .json();
        String id = kept.path("id").asString();
        assertThat(kept.path("query").asString()).isEqualTo("q=Nguy%E1%BB%85n%20" + mark + "&sort=DUE");
        assertThat(kept.path("first").asBoolean()).isTrue();
        assertThat(ids("officer1")).contains(id);
        assertThat(ids("officer2")).doesNotContain(id);
        as("officer2").send("DELETE", "/api/filters/" + id, null).expect(404);
        JsonNode replaced = me.post("/api/filters", "{'name': '" + mark + "', 'query': 'kind=COMPLAINT'}")
                .expect(201)
                .json();
        assertThat(replaced.path("id").asString()).isEqualTo(id);
        assertThat(me.post("/api/filters/" + id + "/first", "{'first': false}")
                        .expect(200)
                        .json()
                        .path("first")
                        .asBoolean())
                .isFalse();
        me.send("DELETE", "/api/filters/" + id, null).expect(204);
        me.send("DELETE", "/api/filters/" + id, null).expect(404);
    }

    @Test
    void a_head_shares_with_the_unit_and_nobody_else_does() {
        String body = "{'name': '" + mark + "', 'query': 'overdue=true', 'shared': true}";
        as("officer1").post("/api/filters", body).expect(403);
        String id = as("head1")
                .post("/api/filters", body)
                .expect(201)
                .json()
                .path("id")
                .asString();
        assertThat(ids("officer1")).contains(id);
        assertThat(ids("officer3")).doesNotContain(id);
        as("officer1").send("DELETE", "/api/filters/" + id, null).expect(403);
        as("officer1").post("/api/filters/" + id + "/first", "{'first': true}").expect(200);
        as("head1").send("DELETE", "/api/filters/" + id, null).expect(204);
        assertThat(ids("officer1")).doesNotContain(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name': ' ', 'query': 'q=a'}",
                "{'name': 'a', 'query': 'nonsense=1'}",
                "{'name': 'a', 'query': 'kind=NOTHING'}",
                "{'name': 'a', 'query': 'q=%zz'}",
                "{'name': 'a', 'query': 'unit=%00'}",
                "{'name': 'a', 'query': 'overdue=perhaps', 'list': 'INBOX'}",
                "{'name': 'a', 'query': 'key=%00', 'list': 'INBOX'}",
                "{'name': 'a', 'query': 'q=a', 'list': 'NOTHING'}"
            })
    void what_cannot_be_asked_is_not_kept(String body) {
        as("clerk1").post("/api/filters", body).expect(422);
    }

    private List<String> ids(String account) {
        return as(account)
                .get("/api/filters?list=cases")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(one -> one.path("id").asString())
                .toList();
    }

    private List<String> found(String account, String asked) {
        return as(account)
                .get("/api/petitions?" + asked)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(one -> one.path("id").asString())
                .toList();
    }

    private JsonNode handIn(String confidential, String kind) {
        return as("clerk1")
                .post("/api/petitions", """
                        {'kind': '%1$s', 'channel': 'DESK', 'subject': '=HYPERLINK nước thải',
                         'content': 'Nước thải chảy ra mương, tôi là %2$s', 'category': 'environment', 'place': 'Thôn Zq',
                         'confidential': %3$s, 'points': [{'demand': 'Xử lý'}],
                         'petitioners': [{'fullName': 'Nguyễn Thị %2$s', 'phone': '%4$s'}]}""".formatted(kind, mark, confidential, phone))
                .expect(201)
                .json();
    }
}
