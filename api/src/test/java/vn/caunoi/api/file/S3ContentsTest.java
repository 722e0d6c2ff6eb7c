package vn.caunoi.api.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;
import vn.caunoi.api.problem.Stopped;
import vn.caunoi.core.vault.ContentKey;

/** Against a real server that checks who asks, and that every content is what was signed for. */
class S3ContentsTest {

    private static final TransientNio2BlobStore KEPT = new TransientNio2BlobStore();
    private static S3Proxy server;

    @TempDir
    private Path folder;

    private final ContentKey key = ContentKey.fresh();

    @BeforeAll
    static void start() throws Exception {
        server = S3Proxy.builder()
                .blobStore(KEPT)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "caunoi", "a secret")
                .build();
        server.start();
        KEPT.createContainer("papers");
    }

    @AfterAll
    static void stop() throws Exception {
        server.stop();
    }

    private static Map<String, String> whole() {
        return Map.of(
                "endpoint", "http://127.0.0.1:" + server.getPort(),
                "bucket", "papers",
                "prefix", "province",
                "access-key", "caunoi",
                "secret-key", "a secret");
    }

    private static S3Settings settings(Map<String, String> given) {
        Map<String, String> source = new HashMap<>();
        given.forEach((name, value) -> source.put("caunoi.files.s3." + name, value));
        return new Binder(new MapConfigurationPropertySource(source)).bindOrCreate("caunoi.files.s3", S3Settings.class);
    }

    private FileStore store() {
        return new FileStore(folder, contents(whole()));
    }

    private S3Contents contents(Map<String, String> given) {
        return settings(given).contents(new FolderContents(folder));
    }

    private static Map<String, String> without(String name) {
        Map<String, String> some = new HashMap<>(whole());
        some.remove(name);
        return some;
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> other = new HashMap<>(whole());
        other.put(name, value);
        return other;
    }

    private static String read(InputStream content) throws IOException {
        try (content) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }

    private FileStore.Kept kept(FileStore store, String text) {
        return store.keep("a", key, new ByteArrayInputStream(text.getBytes(UTF_8)), "a.txt");
    }

    @Test
    void a_content_lies_sealed_in_the_bucket_and_nowhere_else() throws IOException {
        FileStore store = store();
        FileStore.Kept kept = kept(store, "Nội dung đơn ".repeat(20_000));
        assertThat(read(store.open(kept.address(), "a", key))).startsWith("Nội dung đơn");
        assertThat(names()).contains(name(kept));
        assertThat(new FolderContents(folder).all()).isEmpty();
        store.forget(kept.address());
        assertThat(names()).doesNotContain(name(kept));
        assertThatThrownBy(() -> store.open(kept.address(), "a", key)).isInstanceOf(Stopped.class);
        store.forget(kept.address());
    }

    @Test
    void a_content_that_was_exchanged_in_the_bucket_is_not_given_out() {
        FileStore store = store();
        FileStore.Kept one = kept(store, "một");
        FileStore.Kept other = kept(store, "hai");
        KEPT.copyBlob(CopyObjectRequest.builder()
                .sourceBucket("papers")
                .sourceKey(name(other))
                .destinationBucket("papers")
                .destinationKey(name(one))
                .build());
        assertThatThrownBy(() -> read(store.open(one.address(), "a", key)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("changed");
    }

    @Test
    void what_lay_in_the_folder_is_read_there_and_moved_at_the_start_but_nothing_in_clear() throws IOException {
        FileStore before = new FileStore(folder, new FolderContents(folder));
        FileStore.Kept kept = kept(before, "đơn cũ");
        Path clear = new FolderContents(folder).place("ab" + "0".repeat(62));
        Files.createDirectories(clear.getParent());
        Files.writeString(clear, "clear");
        FileStore store = store();
        assertThat(read(store.open(kept.address(), "a", key))).isEqualTo("đơn cũ");
        store.takeOver(kept.address()::equals);
        assertThat(new FolderContents(folder).has(kept.address())).isFalse();
        assertThat(read(store.open(kept.address(), "a", key))).isEqualTo("đơn cũ");
        assertThat(clear).exists();
    }

    @Test
    void nothing_configured_is_the_folder_and_half_of_it_stops_the_start_with_what_is_missing() {
        assertThat(settings(Map.of()).isConfigured()).isFalse();
        for (String needed : List.of("endpoint", "bucket", "access-key", "secret-key")) {
            Map<String, String> half = without(needed);
            assertThat(settings(half).isConfigured()).isTrue();
            assertThatThrownBy(() -> contents(half))
                    .isInstanceOf(WrongSettings.class)
                    .hasMessageContaining(needed);
        }
    }

    @Test
    void wrong_keys_a_missing_bucket_and_an_address_without_tls_stop_the_start() {
        assertThatThrownBy(() -> contents(with("secret-key", "another")))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining("keys");
        assertThatThrownBy(() -> contents(with("bucket", "nothing-here")))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining("no bucket");
        assertThatThrownBy(() -> contents(with("endpoint", "http://192.0.2.1")))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining("TLS");
        assertThatThrownBy(() -> contents(with("endpoint", "s3.example")))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining("https");
    }

    @Test
    void the_secret_may_lie_in_a_file() throws IOException {
        Path secret = folder.resolve("secret");
        Files.writeString(secret, "a secret\n");
        Map<String, String> given = without("secret-key");
        given.put("secret-key-file", secret.toString());
        FileStore store = new FileStore(folder, contents(given));
        assertThat(read(store.open(kept(store, "một").address(), "a", key))).isEqualTo("một");
    }

    @Test
    void while_the_server_is_away_no_file_is_taken() {
        FileStore store = new FileStore(folder, contents(with("endpoint", "http://127.0.0.1:1")));
        assertThatThrownBy(() -> kept(store, "một")).isInstanceOf(Stopped.class);
        assertThat(Objects.requireNonNull(folder.toFile().listFiles())).isEmpty();
    }

    private static String name(FileStore.Kept kept) {
        return "province/" + kept.address().substring(0, 2) + "/" + kept.address();
    }

    private static List<String> names() {
        return KEPT.list("papers").contents().stream().map(S3Object::key).toList();
    }
}
