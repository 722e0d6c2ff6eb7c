package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.web.PageVisitor.Seen;

/** A designer plays a made-up case through a draft in every role; nothing of it is left anywhere. */
class TryPagesTest extends RunningApi {

    private static final Pattern TASK = Pattern.compile("\\?task=([0-9a-f-]{36})#work");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_complaint_goes_to_its_end_by_the_forms_as_they_are_filled_in_and_leaves_no_trace() {
        PageVisitor designer = designer();
        String at = begun(designer, "version:complaint/1", "Thử khiếu nại") + "/try";
        String before = written();
        Seen page = begin(designer, at, "COMPLAINT");
        assertThat(page.text()).contains("Vụ việc đang ở đâu", "Quyết định thụ lý", "Làm với vai cán bộ giải quyết");
        page = work(designer, at, page, Map.of("outcome", "accept"));
        assertThat(page.text()).contains("Giao xác minh", "Giải quyết lần đầu", "Dự thảo:");
        page = work(designer, at, page, Map.of("outcome", "assigned"));
        assertThat(page.text()).contains("Cán bộ thử thứ nhất");
        page = work(designer, at, page, Map.of("outcome", "verified"));
        assertThat(page.text()).contains("Mời đối thoại");
        page = work(designer, at, page, Map.of("outcome", "convened"));
        page = work(designer, at, page, Map.of("outcome", "not-attended"));
        page = work(designer, at, page, Map.of("outcome", "drafted"));
        page = work(designer, at, page, Map.of("outcome", "approve"));
        page = work(designer, at, page, Map.of("outcome", "issued"));
        page = work(designer, at, page, Map.of("outcome", "sent"));
        page = work(designer, at, page, Map.of("outcome", "published"));
        page = work(designer, at, page, Map.of("outcome", "close"));
        assertThat(page.text()).contains("Vụ việc đã kết thúc.", "Không có việc nào đang mở.");
        assertThat(designer.get(at + "/letters/acceptance").expect(200).html()).startsWith("%PDF");
        designer.get(at + "/letters/nothing").expect(404);
        assertThat(written()).isEqualTo(before);
        assertThat(designer.post(at, at + "/back", Map.of()).expect(200).text()).doesNotContain("Vụ việc đã kết thúc.");
        assertThat(designer.post(at, at + "/again", Map.of()).expect(200).text())
                .contains("Quyết định thụ lý");
        assertThat(designer.post(at, at + "/end", Map.of()).expect(200).text()).contains("Bắt đầu thử");
    }

    @Test
    void a_draft_with_a_form_of_its_own_is_played_in_the_place_of_a_process() {
        PageVisitor designer = designer();
        String at = begun(designer, "example:mediation-first", "Thử hòa giải") + "/try";
        Seen page = begin(designer, at, "FEEDBACK");
        assertThat(page.text()).contains("chạy thay cho");
        Seen wrong = designer.post(at, at + "/tasks/" + task(page), Map.of("outcome", "nonsense"));
        assertThat(wrong.status()).isEqualTo(422);
        Seen form = designer.get(at + "?task=" + task(page)).expect(200);
        assertThat(form.html()).contains("name=\"outcome\"");
        page = work(designer, at, page, Map.of("outcome", "agreed"));
        assertThat(page.text()).doesNotContain("Quy trình không đi tiếp được");
    }

    @Test
    void time_passes_and_things_happen_from_outside() {
        PageVisitor designer = designer();
        String at = begun(designer, "version:complaint/1", "Thử thời hạn") + "/try";
        begin(designer, at, "COMPLAINT");
        Seen later = designer.post(at, at + "/time", Map.of()).expect(200);
        assertThat(later.text()).contains("Bây giờ là").doesNotContain("Không còn gì đến hạn.");
        assertThat(designer.post(at, at + "/time", Map.of("days", "20"))
                        .expect(200)
                        .text())
                .contains("quá hạn");
        designer.post(at, at + "/time", Map.of("days", "9999")).expect(422);
        designer.post(at, at + "/outside", Map.of("what", "WITHDRAW", "reason", ""))
                .expect(422);
        designer.post(at, at + "/outside", Map.of("what", "RESUME", "reason", "Thử"))
                .expect(422);
        Seen gone = designer.post(at, at + "/outside", Map.of("what", "WITHDRAW", "reason", "Thôi"));
        assertThat(gone.expect(200).text()).contains("Vụ việc đã kết thúc.");
    }

    @Test
    void a_draft_that_cannot_run_says_why_and_others_have_no_try() {
        PageVisitor designer = designer();
        Seen begun = designer.upload("/studio", "/studio", Map.of("file", "<a>not BPMN</a>"), Map.of("name", "Tệp lạ"))
                .expect(200);
        assertThat(designer.get(begun.path() + "/try").expect(200).text()).contains("chưa phải là một quy trình");
        new PageVisitor(port).as("officer1").get(begun.path() + "/try").expect(403);
        designer.get("/studio/nothing/try").expect(404);
        String never = begun(designer, "version:complaint/1", "Chưa thử") + "/try";
        for (String what : new String[] {"/back", "/again", "/end", "/time", "/outside", "/tasks/x"})
            assertThat(designer.post(never, never + what, Map.of()).expect(200).text())
                    .as(what)
                    .contains("Vụ việc thử không còn");
        String at = begun(designer, "version:complaint/1", "Của ai") + "/try";
        begin(designer, at, "COMPLAINT");
        assertThat(designer().get(at).expect(200).text()).contains("Bắt đầu thử");
    }

    private Seen begin(PageVisitor designer, String at, String kind) {
        return designer.post(at, at, Map.of("kind", kind, "channel", "DESK", "unit", "A"))
                .expect(200);
    }

    /** The first open task, with the outcome and all else as it is proposed. */
    private Seen work(PageVisitor designer, String at, Seen page, Map<String, String> chosen) {
        return open(designer, at, page, chosen).expect(200);
    }

    private Seen open(PageVisitor designer, String at, Seen page, Map<String, String> chosen) {
        String task = task(page);
        String html = designer.get(at + "?task=" + task).expect(200).html();
        Map<String, String> sent = new HashMap<>(proposed(html));
        sent.putAll(chosen);
        return designer.post(at, at + "/tasks/" + task, sent);
    }

    private static Map<String, String> proposed(String html) {
        Map<String, String> proposed = new HashMap<>();
        Matcher text =
                Pattern.compile("<textarea[^>]*name=\"([^\"]+)\"[^>]*>([^<]*)<").matcher(html);
        while (text.find()) proposed.put(text.group(1), text.group(2));
        Matcher input = Pattern.compile("<input[^>]*>").matcher(html);
        while (input.find()) {
            String tag = input.group();
            boolean unticked = (tag.contains("radio") || tag.contains("checkbox")) && !tag.contains("checked");
            String name = attribute(tag, "name");
            if (name.contains(".") && !unticked) proposed.put(name, attribute(tag, "value"));
        }
        Matcher select = Pattern.compile("(?s)<select[^>]*name=\"([^\"]+)\"[^>]*>(.*?)</select>")
                .matcher(html);
        while (select.find()) {
            Matcher option = Pattern.compile("<option[^>]*selected[^>]*>").matcher(select.group(2));
            if (option.find()) proposed.put(select.group(1), attribute(option.group(), "value"));
        }
        return proposed;
    }

    private static String attribute(String tag, String name) {
        Matcher found = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1) : "";
    }

    private static String task(Seen page) {
        Matcher found = TASK.matcher(page.html());
        assertThat(found.find()).as(page.text()).isTrue();
        return found.group(1);
    }

    /** Whatever is ever written: events, places of processes, letters, messages, keys. */
    private String written() {
        return jdbc.sql("""
                        select (select count(*) from ledger.event) || ' ' || (select count(*) from engine.running) || ' '
                          || (select count(*) from engine.due) || ' ' || (select count(*) from engine.instance) || ' '
                          || (select count(*) from vault.outbox)""").query(String.class).single();
    }

    private static String begun(PageVisitor designer, String from, String name) {
        return designer.post("/studio", "/studio", Map.of("from", from, "name", name))
                .expect(200)
                .path();
    }

    private PageVisitor designer() {
        return new PageVisitor(port).as("designer1");
    }
}
