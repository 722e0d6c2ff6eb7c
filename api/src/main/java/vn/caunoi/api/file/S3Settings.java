package vn.caunoi.api.file;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A server that keeps contents as S3 does. Either none of it is set, or all that is needed.
 *
 * @param endpoint address of the server; one without TLS only on this machine, or when {@code plain} says so
 * @param region what the server calls it; {@code us-east-1} where it has none
 * @param prefix before the names in the bucket
 * @param secretKeyFile file with the secret key, instead of {@code secretKey}
 * @param pathStyle bucket in the path, as most servers of one's own have it, not in the name of the host
 */
@ConfigurationProperties("caunoi.files.s3")
record S3Settings(
        @Nullable URI endpoint,
        @Nullable String region,
        @Nullable String bucket,
        @Nullable String prefix,
        @Nullable String accessKey,
        @Nullable String secretKey,
        @Nullable Path secretKeyFile,
        @Nullable Boolean pathStyle,
        boolean plain) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String WHERE = "caunoi.files.s3";

    boolean isConfigured() {
        return endpoint != null
                || given(bucket)
                || given(accessKey)
                || given(secretKey)
                || secretKeyFile != null
                || given(prefix);
    }

    /** @throws WrongSettings with one line that tells what is missing or wrong */
    S3Contents contents(FolderContents before) {
        URI server = endpoint;
        String box = bucket;
        String who = accessKey;
        List<String> missing = new ArrayList<>();
        if (server == null) missing.add("endpoint");
        if (!given(box)) missing.add("bucket");
        if (!given(who)) missing.add("access-key");
        if (!given(secretKey) && secretKeyFile == null) missing.add("secret-key or secret-key-file");
        if (server == null || box == null || who == null || !missing.isEmpty()) {
            throw new WrongSettings(WHERE + " is half configured, missing: " + String.join(", ", missing));
        }
        mustBeSafe(server);
        var contents = new S3Contents(client(server, who), box, folder(), before);
        contents.mustAnswer();
        return contents;
    }

    private void mustBeSafe(URI server) {
        if ("https".equals(server.getScheme()) && server.getHost() != null) return;
        if (!"http".equals(server.getScheme()) || server.getHost() == null) {
            throw new WrongSettings(WHERE + ".endpoint is https://HOST, not " + server);
        }
        if (!plain && !isHere(server.getHost())) {
            throw new WrongSettings(WHERE + ".endpoint is without TLS; " + WHERE + ".plain=true if it must be");
        }
    }

    private static boolean isHere(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private S3Client client(URI server, String who) {
        return S3Client.builder()
                .endpointOverride(server)
                .region(Region.of(region == null || region.isBlank() ? "us-east-1" : region.strip()))
                .forcePathStyle(pathStyle == null || pathStyle)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(who, secret())))
                // what lies there is checked against its address; other sums are not understood everywhere
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(PATIENCE)
                        .socketTimeout(PATIENCE)
                        .build())
                .build();
    }

    private String secret() {
        if (secretKey != null && !secretKey.isBlank()) return secretKey.strip();
        try {
            return Files.readString(Objects.requireNonNull(secretKeyFile)).strip();
        } catch (IOException e) {
            throw new WrongSettings(WHERE + ".secret-key-file cannot be read: " + secretKeyFile, e);
        }
    }

    private String folder() {
        if (prefix == null || prefix.isBlank()) return "";
        return prefix.endsWith("/") ? prefix.strip() : prefix.strip() + "/";
    }

    private static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
