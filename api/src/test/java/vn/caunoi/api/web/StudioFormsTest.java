package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.caunoi.api.testing.OwnWard;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.web.PageVisitor.Seen;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.processes.studio.Library;

/** Forms that designers make: shown as they will be, told what is wrong with them, published, and filled in. */
class StudioFormsTest extends RunningApi {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SURVEY = """
            {"id": "survey", "words": {"vi": "Khảo sát", "en": "Survey"}, "outcomes": [
              {"id": "asked", "words": {"vi": "Đã hỏi", "en": "Asked"}, "fields": [
                {"id": "times", "type": "integer", "required": true, "min": "1", "max": "3",
                 "words": {"vi": "Số lần gặp", "en": "How often met"}},
                {"id": "mood", "type": "choice", "required": true, "options": ["calm", "angry"],
                 "words": {"vi": "Thái độ", "en": "Mood"}, "optionWords": {
                   "calm": {"vi": "Bình tĩnh", "en": "Calm"}, "angry": {"vi": "Bức xúc", "en": "Angry"}}}]},
              {"id": "absent", "words": {"vi": "Không gặp được", "en": "Not met"}}]}""";

    @LocalServerPort
    private int port;

    @Autowired
    private Commands commands;

    @Autowired
    private Library library;

    @Test
    void a_form_is_shown_as_officers_will_see_it_in_either_language() {
        PageVisitor designer = designer();
        Seen shown = preview(designer, SURVEY).expect(200);
        assertThat(shown.text()).contains("Khảo sát", "Đã hỏi", "Số lần gặp", "Bức xúc", "Không gặp được");
        assertThat(shown.html()).contains("type=\"number\"", "min=\"1\"", "max=\"3\"", "type=\"radio\"");
        assertThat(shown.html()).doesNotContain("<li", "??");
        designer.post("/studio", "/language", Map.of("to", "en"));
        assertThat(preview(designer, SURVEY).expect(200).text())
                .contains("Survey", "Asked", "How often met", "Angry")
                .doesNotContain("Khảo sát");
    }

    @Test
    void what_is_wrong_is_told_with_outcome_and_field() {
        PageVisitor designer = designer();
        String wrong = SURVEY.replace("\"min\": \"1\"", "\"min\": \"9\"")
                .replace("\"vi\": \"Thái độ\", ", "")
                .replace("\"calm\", \"angry\"", "")
                .replace("\"en\": \"Not met\"", "\"en\": \"\"");
        String told =
                HtmlUtils.htmlUnescape(preview(designer, wrong).expect(200).html());
        assertThat(told)
                .containsPattern("class=\"late\" data-outcome=\"asked\" data-field=\"times\">Giới hạn dưới")
                .containsPattern("class=\"late\" data-outcome=\"asked\" data-field=\"mood\">Thiếu nhãn tiếng Việt")
                .containsPattern("class=\"late\" data-outcome=\"asked\" data-field=\"mood\">Chưa có lựa chọn")
                .containsPattern("class=\"soon\" data-outcome=\"absent\">Thiếu nhãn tiếng Anh");
        assertThat(preview(designer, SURVEY.replace("\"absent\",", "\"absent\", \"act\": \"STORE\","))
                        .text())
                .contains("Thiếu mục bắt buộc “Lý do”");
        assertThat(preview(designer, SURVEY.replace("\"integer\"", "\"date\"")).text())
                .contains("không đọc được");
        for (String none : new String[] {"[]", "{\"id\": \"x\"}", "nothing", "{\"id\":\"x\",\"outcomes\":[null]}"}) {
            assertThat(preview(designer, none).expect(422).text()).contains("Biểu mẫu này không đọc được.");
        }
    }

    @Test
    void forms_of_the_house_are_copied_with_their_words() {
        PageVisitor designer = designer();
        assertThat(designer.get("/studio/forms/approve-answer").expect(200).html())
                .contains("\"id\":\"return\"", "Trả lại", "Return with reasons");
        String words = designer.get("/studio/forms").expect(200).html();
        assertThat(words)
                .contains("\"id\":\"RETURN_ANSWER\"", "Ngày thụ lý", "Chọn một", "Thêm kết quả")
                .doesNotContain("\"studio.form", "??");
        designer.get("/studio/forms/nothing").expect(404);
        PageVisitor officer = new PageVisitor(port).as("officer1");
        officer.get("/studio/forms").expect(403);
        officer.get("/studio/forms/approve-answer").expect(403);
        preview(officer, SURVEY).expect(403);
    }

    @Test
    void a_form_with_new_fields_is_published_and_an_officer_fills_it_in() {
        OwnWard ward = OwnWard.of(commands, accounts());
        settle();
        publishFor(ward, intakeAsking(copied()));
        String petition =
                ward.work(nobody()).handIn(Samples.complaint()).path("id").asString();
        settle();
        PageVisitor officer = new PageVisitor(port).as(ward.officer());
        String page = "/cases/" + petition;
        String claim = officer.get(page).expect(200).find("action=\"(/tasks/[^\"]+/claim)\"");
        Seen asked = officer.post(page, claim, Map.of()).expect(200);
        assertThat(asked.text()).contains("Phân loại có hỏi thêm", "Số lần gặp", "Bình tĩnh");
        String complete = asked.find("action=\"(/tasks/[^\"]+/complete)\"");
        Map<String, String> typed = new HashMap<>(
                Map.of("outcome", "classified", "classified.kind", "COMPLAINT", "classified.category", "land"));
        Seen missing = officer.post(page, complete, typed).expect(422);
        assertThat(missing.text()).contains("Số lần gặp: Phải nhập.");
        typed.putAll(Map.of("classified.times", "7", "classified.mood", "angry"));
        assertThat(officer.post(page, complete, typed).expect(422).text()).contains("3");
        typed.put("classified.times", "2");
        officer.post(page, complete, typed).expect(200);
        settle();
        Seen history = officer.get(page).expect(200);
        assertThat(history.text()).contains("Phân loại có hỏi thêm", "Số lần gặp: 2", "Thái độ: Bức xúc");
    }

    /** The classification of the house, and two questions more. */
    private String copied() {
        ObjectNode form = (ObjectNode)
                JSON.readTree(designer().get("/studio/forms/triage").expect(200).html());
        form.put("id", "triage-asking");
        ((ObjectNode) form.get("words")).put("vi", "Phân loại có hỏi thêm");
        ArrayNode fields = (ArrayNode) form.get("outcomes").get(0).get("fields");
        JSON.readTree(SURVEY).get("outcomes").get(0).get("fields").forEach(fields::add);
        return form.toString();
    }

    private String intakeAsking(String form) {
        return library.xml("petition-intake", 1)
                .orElseThrow()
                .replace("camunda:formKey=\"triage\"", "camunda:formKey=\"triage-asking\"")
                .replaceFirst(
                        "(<bpmn:process [^>]*>\\s*<bpmn:documentation>[^<]*</bpmn:documentation>)",
                        "$1<bpmn:extensionElements><f:form xmlns:f='https://caunoi.vn/schema/bpmn'>"
                                + HtmlUtils.htmlEscape(form, "UTF-8").replace("$", "\\$")
                                + "</f:form></bpmn:extensionElements>");
    }

    /** For one ward, so that all other cases go on as before. */
    private void publishFor(OwnWard ward, String xml) {
        PageVisitor designer = designer();
        String draft = designer.upload("/studio", "/studio", Map.of("file", xml), Map.of("name", "Hỏi thêm"))
                .expect(200)
                .path();
        assertThat(designer.get(draft + "/changes?with=petition-intake/1").text())
                .contains("Phân loại có hỏi thêm");
        designer.post(
                        draft + "/changes",
                        draft + "/publish",
                        Map.of("revision", "1", "note", "Thử ở một phường", "units", ward.id()))
                .expect(200);
        settle();
    }

    private Seen preview(PageVisitor visitor, String json) {
        return visitor.sent("/studio", "/studio/form-preview", json);
    }

    private PageVisitor designer() {
        return new PageVisitor(port).as("designer1");
    }
}
