package vn.caunoi.api.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.api.testing.Caller;
import vn.caunoi.api.testing.FileTasks;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Report;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Vault;

class FilesTest extends RunningApi {

    private static final byte[] PDF = "%PDF-1.4\n%\u00e2\u00e3\n1 0 obj\n".getBytes(StandardCharsets.ISO_8859_1);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Commands commands;

    @Autowired
    private Progress progress;

    @Autowired
    private Vault vault;

    @Autowired
    private FileUpkeep upkeep;

    @Autowired
    private FilesOfBefore filesOfBefore;

    @Autowired
    private FilesUnderIds filesUnderIds;

    @Value("${caunoi.data}")
    private Path data;

    @Test
    void a_file_is_kept_with_the_type_its_content_shows() {
        Caller.Answer answer =
                as("clerk1").upload("/api/files", "quyet dinh.txt", PDF).expect(201);
        assertThat(answer.json().path("type").asString()).isEqualTo("application/pdf");
        assertThat(answer.json().path("name").asString()).isEqualTo("quyet dinh.txt");
        assertThat(answer.json().path("size").asInt()).isEqualTo(PDF.length);
        assertThat(answer.json().path("sha256").asString()).hasSize(64);
        Caller.Answer content = as("clerk1").get(answer.header("Location")).expect(200);
        assertThat(content.raw().body()).isEqualTo(PDF);
        assertThat(content.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(content.header("Content-Disposition")).startsWith("attachment");
        assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(content.header("Content-Security-Policy")).contains("sandbox");
        assertThat(content.header("Cache-Control")).contains("no-store");
    }

    @Test
    void a_paper_that_came_by_post_is_a_document_of_the_case_with_its_day_and_sender() {
        String id = new Work(nobody()).handIn(Samples.complaint()).path("id").asString();
        String file = uploaded("clerk1");
        String paper = "{'file':'" + file + "','kind':'REPLY','receivedOn':'2026-11-18','sender':'Sở Tài nguyên'}";
        String path = "/api/petitions/" + id + "/papers";
        as("officer1").post(path, paper).expect(422);
        as("clerk1").post(path, "{'file':'" + file + "'}").expect(422);
        as("clerk1").post(path, paper.replace("2026-11-18", "2099-01-01")).expect(422);
        as("officer3").post(path, paper).expect(404);
        as("inspector1").post(path, paper).expect(403);
        as("clerk1").post(path, paper).expect(200);
        var shown = as("officer1").get("/api/petitions/" + id).expect(200).json();
        assertThat(shown.path("papers").get(0).path("sender").asString()).isEqualTo("Sở Tài nguyên");
        assertThat(shown.path("papers").get(0).path("kind").asString()).isEqualTo("REPLY");
        assertThat(as("officer1")
                        .get("/api/petitions/" + id + "/files")
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsString("id"))
                .contains(file);
        as("officer1").get("/api/files/" + file).expect(200);
        assertThat(as("officer1").get("/api/petitions/" + id + "/history").text())
                .contains("petition.paper-added", "Sở Tài nguyên");
    }

    @Test
    void a_closed_case_takes_a_paper_for_a_reason_only() {
        String id = new Work(nobody()).handIn(Samples.complaint()).path("id").asString();
        commands.send(new Report.CloseCase(new PetitionId(id), ClosingGround.STORED), "test");
        progress.awaitSettled(id, java.time.Duration.ofSeconds(20));
        String paper = "{'file':'" + uploaded("clerk1")
                + "','kind':'RECEIPT','receivedOn':'2026-11-18','sender':'Bưu điện'%s}";
        String path = "/api/petitions/" + id + "/papers";
        as("clerk1").post(path, paper.formatted("")).expect(422);
        as("clerk1").post(path, paper.formatted(",'reason':'Báo phát về muộn'")).expect(200);
        assertThat(as("officer1")
                        .get("/api/petitions/" + id)
                        .json()
                        .path("papers")
                        .get(0)
                        .path("reason")
                        .asString())
                .isEqualTo("Báo phát về muộn");
    }

    @Test
    void whom_a_paper_is_of_is_told_to_nobody_where_it_may_tell_who_denounced() {
        String id = new Work(nobody())
                .handIn(Samples.complaint().replace("COMPLAINT", "DENUNCIATION"))
                .path("id")
                .asString();
        String paper = "{'file':'" + uploaded("clerk1")
                + "','kind':'EVIDENCE','receivedOn':'2026-11-18','sender':'Người Tố Cáo Kín'}";
        as("clerk1").post("/api/petitions/" + id + "/papers", paper).expect(200);
        for (String reader : List.of("clerk1", "officer1", "head1", "inspector1"))
            for (String view : List.of("", "/history", "/files"))
                assertThat(as(reader).get("/api/petitions/" + id + view).text()).doesNotContain("Người Tố Cáo Kín");
    }

    private String uploaded(String by) {
        return as(by).upload("/api/files", "cong van.pdf", PDF)
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    @Test
    void a_large_file_comes_back_as_it_was() {
        byte[] large = new byte[5_000_000];
        Arrays.fill(large, (byte) 'a');
        String path =
                as("clerk1").upload("/api/files", "dai.txt", large).expect(201).header("Location");
        assertThat(as("clerk1").get(path).expect(200).raw().body()).isEqualTo(large);
    }

    @Test
    void neither_content_nor_name_lies_in_clear_on_the_disk_or_in_the_database() {
        String mark = "M" + UUID.randomUUID();
        as("clerk1")
                .upload("/api/files", mark + "-ten.txt", (mark + " nội dung").getBytes(UTF_8))
                .expect(201);
        assertThat(inFolder(mark)).isZero();
        assertThat(jdbc.sql("select count(*) from vault.file f where f::text like :mark")
                        .param("mark", "%" + mark + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_file_that_belongs_to_no_case_is_there_for_its_uploader_only() {
        String path = uploaded("clerk1", "a.pdf");
        as("clerk1").get(path).expect(200);
        for (String other : List.of("officer1", "head1", "officer3", "inspector1", "designer1", "admin1")) {
            as(other).get(path).expect(404);
        }
        as("clerk1").get("/api/files/nothing").expect(404);
    }

    @Test
    void only_people_who_work_on_cases_upload() {
        for (String other : List.of("inspector1", "designer1", "admin1")) {
            as(other).upload("/api/files", "a.pdf", PDF).expect(403);
        }
        nobody().upload("/api/files", "a.pdf", PDF).expect(401);
    }

    @Test
    void a_completed_task_puts_the_file_into_the_case_for_whoever_sees_the_case() {
        String petition = handedIn();
        String path = uploaded("officer1", "Biên bản.pdf");
        complete("officer1", petition, path).expect(200);
        for (String reader : List.of("officer1", "clerk1", "head1", "inspector1")) {
            Caller.Answer content = as(reader).get(path).expect(200);
            assertThat(content.raw().body()).isEqualTo(PDF);
            assertThat(content.header("Content-Disposition")).contains("Bi%C3%AAn%20b%E1%BA%A3n.pdf");
        }
        as("officer3").get(path).expect(404);
        as("admin1").get(path).expect(404);
        complete("officer2", petition, path).expect(200);
    }

    @Test
    void a_file_field_takes_only_an_own_file_or_one_of_the_case() {
        String petition = handedIn();
        for (String wrong : List.of("no-file", "/api/files/" + UUID.randomUUID(), uploaded("clerk1", "a.pdf"))) {
            Caller.Answer refused = complete("officer1", petition, wrong).expect(422);
            assertThat(refused.json().path("violations").get(0).path("field").asString())
                    .isEqualTo("paper");
        }
        String ofOther = uploaded("officer1", "b.pdf");
        complete("officer1", handedIn(), ofOther).expect(200);
        complete("officer1", petition, ofOther).expect(422);
    }

    @Test
    void a_refused_completion_attaches_nothing() {
        String petition = handedIn();
        String path = uploaded("officer1", "a.pdf");
        String task = FileTasks.open(commands, progress, petition);
        as("officer1")
                .postJson(
                        "/api/tasks/" + task + "/complete",
                        Map.of("outcome", "done", "data", Map.of("paper", idOf(path), "unknown", "x")))
                .expect(422);
        as("officer2").get(path).expect(404);
    }

    @Test
    void the_file_of_a_confidential_case_is_hidden_from_those_who_see_no_identities() {
        String petition = as("clerk1")
                .post("/api/petitions", Samples.least().replaceFirst("\\{", "{'confidential': true, "))
                .expect(201)
                .json()
                .path("id")
                .asString();
        String path = uploaded("officer1", "a.pdf");
        complete("officer1", petition, path).expect(200);
        as("officer2").get(path).expect(200);
        as("inspector1").get(path).expect(404);
    }

    @Test
    void what_nobody_put_into_a_case_is_thrown_away_after_a_day() {
        String left = uploaded("clerk1", "a.pdf");
        String young = uploaded("clerk1", "b.pdf");
        String petition = handedIn();
        String used = uploaded("officer1", "c.pdf");
        complete("officer1", petition, used).expect(200);
        jdbc.sql("update vault.file set arrived = now() - interval '25 hours' where id::text in (:ids)")
                .param("ids", Set.of(idOf(left), idOf(used)))
                .update();
        Path content = place(address(idOf(left)));
        assertThat(content).exists();
        upkeep.tidy();
        as("clerk1").get(left).expect(404);
        assertThat(content).doesNotExist();
        as("clerk1").get(young).expect(200);
        as("officer1").get(used).expect(200);
    }

    @Test
    void the_file_of_a_case_goes_with_the_key_of_the_case() {
        String petition = handedIn();
        String path = uploaded("officer1", "a.pdf");
        complete("officer1", petition, path).expect(200);
        Path content = place(address(idOf(path)));
        vault.erase(KeyId.petition(petition));
        as("officer1").get(path).expect(404);
        upkeep.tidy();
        assertThat(content).doesNotExist();
        assertThat(jdbc.sql("select count(*) from vault.file where id::text = ?")
                        .param(idOf(path))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_file_that_was_changed_on_the_disk_is_not_given_out() throws IOException {
        String path = uploaded("clerk1", "a.pdf");
        Path place = place(address(idOf(path)));
        byte[] sealed = Files.readAllBytes(place);
        sealed[sealed.length - 1] ^= 1;
        Files.write(place, sealed);
        as("clerk1").get(path).expect(500);
    }

    @Test
    void what_lies_on_the_disk_is_called_what_its_bytes_say() throws IOException {
        String address = address(idOf(uploaded("clerk1", "a.pdf")));
        assertThat(FileStore.addressOf(place(address))).isEqualTo(address);
    }

    @Test
    void the_same_content_lies_once_in_a_case_and_goes_with_the_last_who_has_it() {
        String petition = handedIn();
        List<String> twice = List.of(uploaded("officer1", "a.pdf"), uploaded("officer2", "b.pdf"));
        String own = address(idOf(twice.get(1)));
        complete("officer1", petition, twice.get(0)).expect(200);
        complete("officer2", petition, twice.get(1)).expect(200);
        String shared = address(idOf(twice.get(0)));
        assertThat(address(idOf(twice.get(1)))).isEqualTo(shared).isNotEqualTo(own);
        upkeep.tidy();
        assertThat(place(own)).doesNotExist();
        for (String path : twice) {
            assertThat(as("officer1").get(path).expect(200).raw().body()).isEqualTo(PDF);
        }
        vault.erase(KeyId.petition(petition));
        upkeep.tidy();
        assertThat(place(shared)).doesNotExist();
    }

    @Test
    void the_same_content_in_two_cases_has_nothing_in_common_and_outlives_the_other() {
        String first = handedIn();
        String second = handedIn();
        String of = uploaded("officer1", "a.pdf");
        String other = uploaded("officer1", "a.pdf");
        complete("officer1", first, of).expect(200);
        complete("officer1", second, other).expect(200);
        assertThat(address(idOf(of))).isNotEqualTo(address(idOf(other)));
        Path erased = place(address(idOf(of)));
        vault.erase(KeyId.petition(first));
        upkeep.tidy();
        assertThat(erased).doesNotExist();
        assertThat(as("officer1").get(other).expect(200).raw().body()).isEqualTo(PDF);
    }

    @Test
    void a_file_that_lies_under_its_id_is_read_there_and_moved_at_the_start() throws IOException {
        String path = uploaded("clerk1", "a.pdf");
        String id = idOf(path);
        String address = address(id);
        Files.createDirectories(place(id).getParent());
        Files.move(place(address), place(id));
        jdbc.sql("update vault.file set content = null, bound_to = null where id::text = ?")
                .param(id)
                .update();
        assertThat(as("clerk1").get(path).expect(200).raw().body()).isEqualTo(PDF);
        filesUnderIds.moveAll();
        assertThat(place(id)).doesNotExist();
        assertThat(address(id)).isEqualTo(address);
        assertThat(as("clerk1").get(path).expect(200).raw().body()).isEqualTo(PDF);
    }

    @Test
    void files_of_an_earlier_version_are_sealed_at_the_start_and_found_in_their_case() throws IOException {
        String petition = handedIn();
        String ofCase = UUID.randomUUID().toString();
        String ofNobody = UUID.randomUUID().toString();
        String mark = "M" + UUID.randomUUID();
        String sha256 = "ab" + "0".repeat(62);
        byte[] content = (mark + " nội dung").getBytes(UTF_8);
        Files.createDirectories(place(sha256).getParent());
        Files.write(place(sha256), content);
        for (String id : List.of(ofCase, ofNobody)) {
            jdbc.sql("insert into vault.file (id, name, type, size, sha256, uploaded, by, unit) "
                            + "values (?::uuid, ?, 'text/plain', ?, ?, '2026-11-01T00:00:00Z', 'officer1', 'A')")
                    .params(id, mark + ".txt", content.length, sha256)
                    .update();
        }
        FileTasks.completedOfBefore(commands, progress, petition, ofCase);
        filesOfBefore.sealAll();
        assertThat(as("officer2").get("/api/files/" + ofCase).expect(200).raw().body())
                .isEqualTo(content);
        assertThat(as("officer1")
                        .get("/api/files/" + ofNobody)
                        .expect(200)
                        .raw()
                        .body())
                .isEqualTo(content);
        as("officer2").get("/api/files/" + ofNobody).expect(404);
        assertThat(place(sha256)).doesNotExist();
        assertThat(inFolder(mark)).isZero();
        assertThat(jdbc.sql("select count(*) from vault.file f where f::text like :mark")
                        .param("mark", "%" + mark + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_program_is_refused_whatever_it_is_called() {
        byte[] program = "#!/bin/sh\nrm -rf /\n".getBytes(UTF_8);
        as("clerk1").upload("/api/files", "anh.jpg", program).expect(415);
    }

    @Test
    void a_path_in_the_name_is_dropped() {
        Caller.Answer answer =
                as("clerk1").upload("/api/files", "../../etc/passwd.pdf", PDF).expect(201);
        assertThat(answer.json().path("name").asString()).isEqualTo("passwd.pdf");
    }

    @Test
    void a_file_that_is_too_large_is_answered_413() {
        as("clerk1").upload("/api/files", "a.bin", new byte[26 * 1024 * 1024]).expect(413);
    }

    @Test
    void an_empty_file_and_a_missing_part_are_answered_422_and_400() {
        as("clerk1").upload("/api/files", "a.txt", new byte[0]).expect(422);
        as("clerk1")
                .with("Content-Type", "multipart/form-data; boundary=x")
                .send("POST", "/api/files", "--x--\r\n".getBytes(UTF_8))
                .expect(400);
    }

    private String handedIn() {
        return as("clerk1")
                .post("/api/petitions", Samples.least())
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    /** Answers where it is. */
    private String uploaded(String by, String name) {
        return as(by).upload("/api/files", name, PDF).expect(201).header("Location");
    }

    private Caller.Answer complete(String by, String petition, String path) {
        String task = FileTasks.open(commands, progress, petition);
        return as(by).postJson(
                        "/api/tasks/" + task + "/complete",
                        Map.of("outcome", "done", "data", Map.of("paper", idOf(path))));
    }

    private static String idOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Where the content lies. */
    private String address(String id) {
        return jdbc.sql("select content from vault.file where id::text = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private Path place(String id) {
        return data.resolve("files").resolve(id.substring(0, 2)).resolve(id);
    }

    private long inFolder(String text) {
        try (var all = Files.walk(data)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> new String(read(file), UTF_8).contains(text))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
