package vn.caunoi.api.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.petition.PetitionCode;

/** The address of the page that follows a petition, as a picture for a phone; it holds the code, never the PIN. */
@Controller
class QrImage {

    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");
    private static final int SMALLEST = 1;

    @GetMapping("/public/qr/{code}.svg")
    ResponseEntity<String> show(@PathVariable String code) throws WriterException {
        if (!PetitionCode.isValid(code)) throw new NotFound();
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/t")
                .queryParam("code", PetitionCode.parse(code).value())
                .toUriString();
        return ResponseEntity.ok()
                .contentType(SVG)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .body(svg(address));
    }

    private static String svg(String text) throws WriterException {
        BitMatrix bits = new QRCodeWriter()
                .encode(
                        text,
                        BarcodeFormat.QR_CODE,
                        SMALLEST,
                        SMALLEST,
                        Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4));
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < bits.getHeight(); y++)
            for (int x = 0; x < bits.getWidth(); x++)
                if (bits.get(x, y))
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %1$d\" shape-rendering=\"crispEdges\"><rect width=\"%1$d\" height=\"%1$d\" fill=\"#fff\"/><path d=\"%2$s\"/></svg>"
                .formatted(bits.getWidth(), path);
    }
}
