package vn.caunoi.api.file;

import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where the server keeps an upload while its request lasts: not with the temporary files of the machine, but in the
 * data folder where only its owner reads, and emptied at the start of what a power cut left there.
 */
@Configuration(proxyBeanMethods = false)
class ArrivingConfiguration {

    @Bean
    MultipartConfigElement multipartConfigElement(
            MultipartProperties properties, @Value("${caunoi.data:.data}") Path data) throws IOException {
        Path folder = data.resolve("arriving").toAbsolutePath();
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (Stream<Path> left = Files.list(folder)) {
            for (Path file : left.toList()) Files.delete(file);
        }
        properties.setLocation(folder.toString());
        return properties.createMultipartConfig();
    }
}
