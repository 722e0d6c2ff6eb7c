package vn.caunoi.api.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.api.file.FileDesk;
import vn.caunoi.api.officer.VisibleCases;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.reading.Reading;
import vn.caunoi.api.reading.ReadingLog;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;

/**
 * A case as a bundle that can be read without this program: the file and every event as the reader may see them, the documents, and
 * the sums by which {@code sha256sum -c SHA256SUMS.txt} proves that nothing was changed since.
 */
@Component
public class CaseBundle {

    private final VisibleCases visible;
    private final CaseFiles files;
    private final FileDesk documents;
    private final ReadingLog readings;
    private final JsonMapper json;

    CaseBundle(VisibleCases visible, CaseFiles files, FileDesk documents, ReadingLog readings, JsonMapper json) {
        this.visible = visible;
        this.files = files;
        this.documents = documents;
        this.readings = readings;
        this.json = json;
    }

    /** Refuses who oversees nothing and what the reader does not see; that it was taken along is written down first. */
    public CaseFile find(String idOrCode, Actor by) {
        EventLogs.mayTake(by);
        CaseFile file = visible.find(idOrCode, by);
        readings.noteAll(List.of(file.id()), by, Reading.What.EXPORT);
        return file;
    }

    /** What anybody needs to draw a sample again. */
    private record Sample(
            AuditRun.@Nullable Draw draw,
            AuditRun.Selection selection,
            OfficerId by,
            Instant at,
            long selected,
            List<String> cases) {}

    /**
     * Writes the archive to the end.
     *
     * @param sample whose cases these are; null for what was not drawn
     * @param readable the case as pages to read, by their names, in the caller's words
     */
    public void write(
            @Nullable AuditRun sample,
            List<CaseFile> cases,
            Actor by,
            Function<CaseFile, Map<String, byte[]>> readable,
            OutputStream to)
            throws IOException {
        var zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        StringBuilder sums = new StringBuilder();
        if (sample != null) add(zip, "sample.json", pretty(told(sample, cases)), sums);
        for (CaseFile file : cases) write(file, by, readable, zip, sums);
        zip.putNextEntry(new ZipEntry("SHA256SUMS.txt"));
        zip.write(sums.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
    }

    private void write(
            CaseFile file,
            Actor by,
            Function<CaseFile, Map<String, byte[]>> readable,
            ZipOutputStream zip,
            StringBuilder sums)
            throws IOException {
        String folder = file.code() + "/";
        for (Map.Entry<String, byte[]> page : readable.apply(file).entrySet())
            add(zip, folder + page.getKey(), page.getValue(), sums);
        add(zip, folder + "case.json", pretty(file), sums);
        add(
                zip,
                folder + "events.json",
                pretty(files.history(file.id(), Visibility.of(by)).orElseThrow(NotFound::new)),
                sums);
        int number = 0;
        for (FileDesk.Uploaded document : documents.of(file, by)) {
            String name = "%03d-%s".formatted(++number, document.name().replaceAll("[^\\p{L}\\p{N}._ -]", "_"));
            add(zip, folder + "documents/" + name, documents.whole(document.id(), by), sums);
        }
    }

    private static Sample told(AuditRun run, List<CaseFile> cases) {
        return new Sample(
                run.draw(),
                run.selection(),
                run.by(),
                run.begun(),
                run.cases(),
                cases.stream().map(CaseFile::code).toList());
    }

    private byte[] pretty(Object value) {
        return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
    }

    private static void add(ZipOutputStream zip, String name, byte[] content, StringBuilder sums) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
        sums.append(hash(content)).append("  ").append(name).append('\n');
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
