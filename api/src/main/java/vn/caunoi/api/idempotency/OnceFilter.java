package vn.caunoi.api.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.caunoi.api.problem.ProblemKind;
import vn.caunoi.api.problem.ProblemWriter;

/**
 * Reads the body of a POST whole, refusing one that is too large, and carries a POST with an {@code Idempotency-Key}
 * out once. Runs after authentication, for a key belongs to its caller.
 */
public final class OnceFilter extends OncePerRequestFilter {

    /** Name of the request attribute that holds a permanent text for this use of the key, if there is one. */
    public static final String SEED = OnceFilter.class.getName() + ".seed";

    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final int LONGEST_KEY = 200;

    private final Once once;
    private final ProblemWriter writer;

    OnceFilter(Once once, ProblemWriter writer) {
        this.once = once;
        this.writer = writer;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean multipart = isMultipart(request);
        byte[] body = multipart ? new byte[0] : read(request);
        if (body == null) {
            writer.write(ProblemKind.TOO_LARGE, request, response);
            return;
        }
        HttpServletRequest kept = multipart ? request : new KeptBody(request, body);
        String key = request.getHeader("Idempotency-Key");
        if (key == null || key.isBlank()) {
            chain.doFilter(kept, response);
        } else if (key.length() > LONGEST_KEY) {
            writer.write(ProblemKind.MALFORMED, request, response);
        } else {
            once.run(scope(request, key, multipart ? partsOf(request) : body), kept, response, chain);
        }
    }

    private static Scope scope(HttpServletRequest request, String key, byte[] body) {
        String query =
                Optional.ofNullable(request.getQueryString()).map(q -> "?" + q).orElse("");
        String caller = Optional.ofNullable(request.getRemoteUser()).orElse("");
        return new Scope(caller, request.getRequestURI() + query, key, body);
    }

    private static byte @Nullable [] read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > MOST_BYTES) return null;
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        return body.length > MOST_BYTES ? null : body;
    }

    private static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith("multipart/");
    }

    /** A digest of the parts, without the boundary, which differs each time the same file is sent. */
    private static byte[] partsOf(HttpServletRequest request) throws IOException {
        MessageDigest digest = sha256();
        OutputStream all = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
        try {
            for (Part part : request.getParts()) {
                String head = part.getName() + "\0" + part.getSubmittedFileName() + "\0" + part.getSize() + "\0";
                all.write(head.getBytes(StandardCharsets.UTF_8));
                try (InputStream content = part.getInputStream()) {
                    content.transferTo(all);
                }
            }
        } catch (ServletException | IllegalStateException e) {
            // too large or malformed: reading the parts again tells the caller so
            return new byte[0];
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
