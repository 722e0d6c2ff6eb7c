package vn.caunoi.api.file;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Files lie in the data folder, or on a server that speaks as S3 does where {@code caunoi.files.s3} names one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(S3Settings.class)
class ContentsConfiguration {

    @Bean
    FolderContents folderContents(@Value("${caunoi.data:.data}") Path data) {
        return new FolderContents(data.resolve("files"));
    }

    @Bean
    FileStore fileStore(@Value("${caunoi.data:.data}") Path data, FolderContents folder, S3Settings s3) {
        Contents contents = s3.isConfigured() ? s3.contents(folder) : folder;
        return new FileStore(data.resolve("files"), contents);
    }
}
