using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AwardArchive.Archive.Migrations
{
    /// <inheritdoc />
    public partial class KeptResults : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Alternatives",
                table: "Pages",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "ChosenBy",
                table: "Pages",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Image",
                table: "Pages",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<bool>(
                name: "IsBlank",
                table: "Pages",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "LastRecognition",
                table: "Pages",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "Recognition",
                table: "Pages",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "Review",
                table: "Pages",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Wish",
                table: "Pages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WishFailure",
                table: "Pages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsReadingDue",
                table: "Documents",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "Recognitions",
                columns: table => new
                {
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PageNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Origin = table.Column<int>(type: "INTEGER", nullable: false),
                    MadeBy = table.Column<string>(type: "TEXT", nullable: false),
                    Engine = table.Column<string>(type: "TEXT", nullable: false),
                    EngineVersion = table.Column<string>(type: "TEXT", nullable: false),
                    Model = table.Column<string>(type: "TEXT", nullable: true),
                    Parameters = table.Column<string>(type: "TEXT", nullable: false),
                    Width = table.Column<int>(type: "INTEGER", nullable: false),
                    Height = table.Column<int>(type: "INTEGER", nullable: false),
                    ImageMediaType = table.Column<string>(type: "TEXT", nullable: false),
                    ImageSha256 = table.Column<string>(type: "TEXT", nullable: true),
                    Image = table.Column<int>(type: "INTEGER", nullable: false),
                    Confidence = table.Column<double>(type: "REAL", nullable: true),
                    WordCount = table.Column<int>(type: "INTEGER", nullable: false),
                    LetterCount = table.Column<int>(type: "INTEGER", nullable: false),
                    IsBlank = table.Column<bool>(type: "INTEGER", nullable: false),
                    Seconds = table.Column<double>(type: "REAL", nullable: true),
                    WordsSha256 = table.Column<string>(type: "TEXT", nullable: true),
                    Source = table.Column<string>(type: "TEXT", nullable: true),
                    IsReused = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Recognitions", x => new { x.DocumentId, x.PageNumber, x.Number });
                    table.ForeignKey(
                        name: "FK_Recognitions_Pages_DocumentId_PageNumber",
                        columns: x => new { x.DocumentId, x.PageNumber },
                        principalTable: "Pages",
                        principalColumns: new[] { "DocumentId", "Number" },
                        onDelete: ReferentialAction.Cascade);
                });

            // What was recognized before results were kept is the first result of its page. Words are divided by a blank, a line end or two.
            migrationBuilder.Sql("""
                INSERT INTO "Recognitions" ("DocumentId", "PageNumber", "Number", "MadeAt", "Origin", "MadeBy", "Engine", "EngineVersion", "Parameters",
                    "Width", "Height", "ImageMediaType", "Image", "Confidence", "WordCount", "LetterCount", "IsBlank", "IsReused")
                SELECT p."DocumentId", p."Number", 1, d."ReceivedAt", 0, '', '', '', '{}',
                    p."Width", p."Height", p."ImageMediaType", 1, p."Confidence",
                    CASE p."Text" WHEN '' THEN 0 ELSE 1 + LENGTH(REPLACE(p."Text", char(10) || char(10), ' '))
                        - LENGTH(REPLACE(REPLACE(p."Text", ' ', ''), char(10), '')) END,
                    LENGTH(REPLACE(REPLACE(p."Text", ' ', ''), char(10), '')), 0, 0
                FROM "Pages" p JOIN "Documents" d ON d."Id" = p."DocumentId"
                WHERE p."Status" = 1 AND p."ImageMediaType" IS NOT NULL;
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Pages_Review",
                table: "Pages",
                columns: new[] { "DocumentId", "Number" },
                filter: "\"Review\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Pages_Wish",
                table: "Pages",
                columns: new[] { "DocumentId", "Number" },
                filter: "\"Wish\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Documents_IsReadingDue",
                table: "Documents",
                column: "IsReadingDue",
                filter: "\"IsReadingDue\"");

            migrationBuilder.CreateIndex(
                name: "IX_Recognitions_IsReused",
                table: "Recognitions",
                column: "IsReused",
                filter: "\"IsReused\"");

            migrationBuilder.CreateIndex(
                name: "IX_Recognitions_Source",
                table: "Recognitions",
                column: "Source",
                filter: "\"Source\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Recognitions");

            migrationBuilder.DropIndex(
                name: "IX_Pages_Review",
                table: "Pages");

            migrationBuilder.DropIndex(
                name: "IX_Pages_Wish",
                table: "Pages");

            migrationBuilder.DropIndex(
                name: "IX_Documents_IsReadingDue",
                table: "Documents");

            migrationBuilder.DropColumn(
                name: "Alternatives",
                table: "Pages");

            migrationBuilder.DropColumn(
                name: "ChosenBy",
                table: "Pages");

            migrationBuilder.DropColumn(
                name: "Image",
                table: "Pages");

            migrationBuilder.DropColumn(
                name: "IsBlank",
                table: "Pages");

            migrationBuilder.DropColumn(
                name: "LastRecognition",
                table: "Pages");

            migrationBuilder.DropColumn(
                name: "Recognition",
                table: "Pages");

            migrationBuilder.DropColumn(
                name: "Review",
                table: "Pages");

            migrationBuilder.DropColumn(
                name: "Wish",
                table: "Pages");

            migrationBuilder.DropColumn(
                name: "WishFailure",
                table: "Pages");

            migrationBuilder.DropColumn(
                name: "IsReadingDue",
                table: "Documents");
        }
    }
}
