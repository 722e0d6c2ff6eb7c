package vn.caunoi.api.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import vn.caunoi.api.testing.Caller;
import vn.caunoi.api.testing.RunningApi;

class FilesTest extends RunningApi {

    private static final byte[] PDF = "%PDF-1.4\n%\u00e2\u00e3\n1 0 obj\n".getBytes(StandardCharsets.ISO_8859_1);

    @Test
    void a_file_is_kept_with_the_type_its_content_shows() {
        Caller.Answer answer =
                as("clerk1").upload("/api/files", "quyet dinh.txt", PDF).expect(201);
        assertThat(answer.json().path("type").asString()).isEqualTo("application/pdf");
        assertThat(answer.json().path("name").asString()).isEqualTo("quyet dinh.txt");
        assertThat(answer.json().path("size").asInt()).isEqualTo(PDF.length);
        assertThat(answer.json().path("sha256").asString()).hasSize(64);
        String path = answer.header("Location");
        assertThat(as("officer1").get(path).expect(200).raw().body()).isEqualTo(PDF);
    }

    @Test
    void a_file_of_another_unit_is_not_there() {
        String path =
                as("clerk1").upload("/api/files", "a.pdf", PDF).expect(201).header("Location");
        as("officer3").get(path).expect(404);
    }

    @Test
    void a_file_is_not_there_for_those_who_see_no_case_though_their_unit_stands_above() {
        String path =
                as("clerk1").upload("/api/files", "a.pdf", PDF).expect(201).header("Location");
        as("inspector1").get(path).expect(200);
        as("designer1").get(path).expect(404);
        as("admin1").get(path).expect(404);
    }

    @Test
    void a_program_is_refused_whatever_it_is_called() {
        byte[] program = "#!/bin/sh\nrm -rf /\n".getBytes(StandardCharsets.UTF_8);
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
                .send("POST", "/api/files", "--x--\r\n".getBytes(StandardCharsets.UTF_8))
                .expect(400);
    }
}
