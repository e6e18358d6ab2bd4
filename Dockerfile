# The service with what it needs to recognize Vietnamese. It runs as nobody in particular and writes to /data and /tmp only.
FROM mcr.microsoft.com/dotnet/sdk:10.0-noble AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/AwardArchive -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
RUN apt-get update \
    && apt-get install -y --no-install-recommends tesseract-ocr tesseract-ocr-vie poppler-utils bubblewrap libicu74 \
    && rm -rf /var/lib/apt/lists/* \
    && mkdir /data && chown $APP_UID /data
# Without ICU the folding of Vietnamese marks dies silently.
ENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false Archive__DataFolder=/data
COPY --from=build /app /app
USER $APP_UID
VOLUME /data
ENTRYPOINT ["/app/award-archive"]
CMD ["serve"]
