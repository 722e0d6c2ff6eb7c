package vn.caunoi.api.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.core.letter.LetterForm;
import vn.caunoi.core.letter.LetterForms;

/** Forms of letters, edited by administrators over HTTP. */
class FormsTest extends RunningApi {

    private static Map<String, Object> form(String id) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("id", id);
        form.put("name", "Thư cảm ơn");
        form.put("law", "Quy chế của địa phương");
        form.put("subject", "cảm ơn ý kiến");
        form.put("addressee", "{petitioners}");
        form.put("recipients", "- Như trên;\n- Lưu: VT.");
        form.put("body", "Cảm ơn {petitioners} về đơn {code}.\n? Địa điểm: {dialoguePlace}.");
        return form;
    }

    @Test
    void a_form_of_ones_own_is_looked_at_published_and_used() {
        JsonNode seen = as("admin1")
                .postJson("/api/letter-forms/preview", form("thanks"))
                .expect(200)
                .json();
        assertThat(seen.path("body").asString()).contains("Nguyễn Văn Mẫu", "Hội trường phường Mẫu");
        assertThat(as("admin1")
                        .postJson("/api/letter-forms/preview/pdf", form("thanks"))
                        .expect(200)
                        .header("Content-Type"))
                .isEqualTo("application/pdf");
        JsonNode published = as("admin1")
                .postJson("/api/letter-forms", form("thanks"))
                .expect(201)
                .json();
        assertThat(published.path("edition").asInt()).isEqualTo(1);
        String id = new Work(nobody()).handIn(Samples.complaint()).path("id").asString();
        String letter = as("officer1")
                .post("/api/petitions/" + id + "/letters", "{'template': 'thanks'}")
                .expect(201)
                .json()
                .path("id")
                .asString();
        String body = as("officer1")
                .get("/api/petitions/" + id + "/letters/" + letter)
                .expect(200)
                .json()
                .path("text")
                .path("body")
                .asString();
        assertThat(body).contains("Cảm ơn Nguyễn Văn An").doesNotContain("Địa điểm");
    }

    @Test
    void a_further_edition_of_a_shipped_form_keeps_what_its_receipt_opens() {
        Map<String, Object> next = form("second-decision");
        next.put("kinds", new String[] {"COMPLAINT"});
        int edition = as("admin1")
                .postJson("/api/letter-forms", next)
                .expect(201)
                .json()
                .path("edition")
                .asInt();
        assertThat(edition).isGreaterThan(1);
        JsonNode all = as("admin1").get("/api/letter-forms").expect(200).json();
        JsonNode published = StreamSupport.stream(all.path("items").spliterator(), false)
                .filter(one -> one.path("id").asString().equals("second-decision"))
                .filter(one -> one.path("edition").asInt() == edition)
                .findFirst()
                .orElseThrow();
        assertThat(published.path("fills").path("issue-resolution.number").asString())
                .isEqualTo("number");
    }

    @Test
    void an_own_edition_says_what_its_receipt_opens_what_it_fills_and_who_signs() {
        Map<String, Object> next = form("own-decision");
        next.put("kinds", new String[] {"COMPLAINT"});
        next.put("opens", "lodge_2");
        next.put("fills", "issue-resolution.number=number");
        next.put("signers", "NGƯỜI GIAO\nNGƯỜI NHẬN");
        for (Map.Entry<String, Object> wrong : Map.<String, Object>of(
                        "opens", "no-such-time",
                        "fills", "issue-resolution.nothing=number",
                        "signers", "NGƯỜI GIAO",
                        "kinds", new String[0])
                .entrySet()) {
            Map<String, Object> one = new HashMap<>(next);
            one.put(wrong.getKey(), wrong.getValue());
            assertThat(as("admin1")
                            .postJson("/api/letter-forms", one)
                            .expect(422)
                            .json()
                            .path("violations")
                            .get(0)
                            .path("field")
                            .asString())
                    .isEqualTo(wrong.getKey());
        }
        as("admin1").postJson("/api/letter-forms", next).expect(201);
        next.put("opens", "");
        next.put("fills", "");
        next.remove("signers");
        int edition = as("admin1")
                .postJson("/api/letter-forms", next)
                .expect(201)
                .json()
                .path("edition")
                .asInt();
        JsonNode all = as("admin1").get("/api/letter-forms").expect(200).json();
        JsonNode published = StreamSupport.stream(all.path("items").spliterator(), false)
                .filter(one -> one.path("id").asString().equals("own-decision"))
                .filter(one -> one.path("edition").asInt() == edition)
                .findFirst()
                .orElseThrow();
        assertThat(published.path("opens").isMissingNode()
                        || published.path("opens").isNull())
                .isTrue();
        assertThat(published.path("fills").size()).isZero();
        assertThat(published.path("signers").size()).isEqualTo(2);
    }

    @Test
    void wrong_forms_and_others_than_administrators_are_refused() {
        as("head1").postJson("/api/letter-forms", form("own")).expect(403);
        as("admin1").post("/api/letter-forms", "{}").expect(422);
        Map<String, Object> early = form("own");
        early.put("from", "2020-01-01");
        as("admin1").postJson("/api/letter-forms", early).expect(422);
        Map<String, Object> unknown = form("own");
        unknown.put("body", "Xin chào {nobody}");
        assertThat(as("admin1")
                        .postJson("/api/letter-forms", unknown)
                        .expect(422)
                        .json()
                        .path("violations")
                        .get(0)
                        .path("field")
                        .asString())
                .isEqualTo("body");
        Map<String, Object> named = form("Own Form");
        as("admin1").postJson("/api/letter-forms", named).expect(422);
    }

    @Test
    void the_sample_tells_every_word_that_a_shipped_form_uses() {
        Set<String> used = new HashSet<>();
        for (LetterForm form : LetterForms.shipped().all()) {
            Stream.of(form.body().stream(), form.recipients().stream(), Stream.of(form.subject(), form.addressee()))
                    .flatMap(lines -> lines)
                    .flatMap(line -> Pattern.compile("\\{(\\w+)}").matcher(line).results())
                    .forEach(word -> used.add(word.group(1)));
        }
        assertThat(SampleWords.known()).containsAll(used);
        assertThat(FilledForm.of(
                                LetterForms.shipped()
                                        .edition("first-decision", 1)
                                        .orElseThrow(),
                                new HashMap<>())
                        .body())
                .contains(FilledForm.OPEN);
    }
}
