package vn.caunoi.api.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Contents in a bucket of a server that speaks as S3 does, under the names they would have in a folder. What an
 * installation had in its folder before is read there until it was moved.
 */
final class S3Contents implements Contents {

    private static final Logger LOG = LoggerFactory.getLogger(S3Contents.class);
    private static final int MOVED = 301;
    private static final int FORBIDDEN = 403;
    private static final int MISSING = 404;

    private final S3Client server;
    private final String bucket;
    private final String prefix;
    private final FolderContents before;

    S3Contents(S3Client server, String bucket, String prefix, FolderContents before) {
        this.server = server;
        this.bucket = bucket;
        this.prefix = prefix;
        this.before = before;
    }

    /** @throws WrongSettings when the server says that the settings are wrong; it may be down for now */
    void mustAnswer() {
        try {
            server.headBucket(ask -> ask.bucket(bucket));
        } catch (S3Exception refused) {
            if (refused.statusCode() == MISSING || refused.statusCode() == MOVED) {
                throw new WrongSettings("caunoi.files.s3: there is no bucket " + bucket + " at this endpoint");
            }
            if (refused.statusCode() == FORBIDDEN) {
                throw new WrongSettings(
                        "caunoi.files.s3: the server does not let these keys into the bucket " + bucket);
            }
            LOG.warn("the store for files answers {}; uploads wait for it", refused.statusCode());
        } catch (SdkException away) {
            LOG.warn("the store for files does not answer, uploads wait for it: {}", away.getMessage());
        }
    }

    /** From the folder of before; broken off, it goes on with the next start. What is no content may be in clear. */
    @Override
    public void takeOver(Predicate<String> known) throws IOException {
        int moved = 0;
        for (String address : before.all()) {
            if (!known.test(address)) continue;
            put(address, before.place(address));
            moved++;
        }
        if (moved > 0) LOG.info("{} contents were moved from the data folder to the bucket {}", moved, bucket);
    }

    @Override
    public void put(String address, Path sealed) throws IOException {
        String sum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(address));
        try {
            server.putObject(
                    ask -> ask.bucket(bucket)
                            .key(key(address))
                            .contentType("application/octet-stream")
                            .checksumSHA256(sum),
                    RequestBody.fromFile(sealed));
        } catch (SdkException e) {
            throw new IOException("the store for files did not take " + address, e);
        }
        Files.deleteIfExists(sealed);
    }

    @Override
    public InputStream open(String address) throws IOException {
        if (before.has(address)) return before.open(address);
        try {
            return server.getObject(ask -> ask.bucket(bucket).key(key(address)));
        } catch (NoSuchKeyException gone) {
            throw new NoSuchFileException(address);
        } catch (SdkException e) {
            throw new IOException("the store for files did not give " + address, e);
        }
    }

    @Override
    public void forget(String address) throws IOException {
        before.forget(address);
        try {
            server.deleteObject(ask -> ask.bucket(bucket).key(key(address)));
        } catch (SdkException e) {
            throw new IOException("the store for files did not forget " + address, e);
        }
    }

    private String key(String address) {
        return prefix + address.substring(0, 2) + "/" + address;
    }
}
