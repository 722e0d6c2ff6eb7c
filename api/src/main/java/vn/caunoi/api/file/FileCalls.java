package vn.caunoi.api.file;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.caunoi.api.problem.ProblemKind;
import vn.caunoi.api.problem.Stopped;
import vn.caunoi.api.security.CurrentActor;

/** Files over HTTP. */
@RestController
@RequestMapping("/api/files")
@Tag(name = "files")
class FileCalls {

    private final FileDesk desk;
    private final Previews previews;
    private final CurrentActor current;

    FileCalls(FileDesk desk, Previews previews, CurrentActor current) {
        this.desk = desk;
        this.previews = previews;
        this.current = current;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Upload a file of at most 25 MB; the id is the value of a file field",
            description = "Seen by the uploader only, and thrown away after 24 hours, until a completed task puts it"
                    + " into a case.")
    ResponseEntity<FileDesk.Uploaded> upload(@RequestPart("file") MultipartFile file) throws IOException {
        try (InputStream content = file.getInputStream()) {
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "file");
            FileDesk.Uploaded uploaded = desk.take(content, name, current.get());
            return ResponseEntity.created(URI.create("/api/files/" + uploaded.id()))
                    .body(uploaded);
        }
    }

    @GetMapping("/{id}")
    @Operation(summary = "The content of a file")
    ResponseEntity<Resource> download(@PathVariable String id) {
        return download(desk, desk.open(id, current.get()));
    }

    static ResponseEntity<Resource> download(FileDesk desk, FileDesk.Open open) {
        FileDesk.Uploaded file = open.file();
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                // whatever it holds must do nothing in the browser of whoever opens it
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(file.type()))
                .contentLength(file.size())
                .body(new InputStreamResource(desk.content(open)));
    }

    @GetMapping("/{id}/preview")
    @Operation(
            summary = "What a file looks like, small",
            description = "The first page of a PDF or an image as PNG of at most 600 dots, the first 4,000 characters"
                    + " of a text; 415 for other types and for what cannot be read.")
    ResponseEntity<byte[]> preview(@PathVariable String id) {
        Preview preview = previews.of(id, current.get()).orElseThrow(() -> new Stopped(ProblemKind.UNSUPPORTED_TYPE));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(preview.type()))
                .body(preview.content());
    }
}
